/** `close_on` → `Close on`. */
export function labelOf(name: string): string {
  const words = name.replace(/^c_/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A label inside a sentence: `Close on` → `close on`, but `API key` stays. */
export function lowerFirst(label: string): string {
  return /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
