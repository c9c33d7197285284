/** Tables that every workspace has besides those of its objects. */
const names = new Set([
  'log',
  'reader',
  'search_entry',
  'custom_object',
  'custom_field',
  'redirect',
  'import_memory',
])

/** Whether an object may not have this name: the table exists already, or may come to exist (months of the log). */
export const isSystemTable = (name: string): boolean => names.has(name) || /^log_(\d|rest)/.test(name)
