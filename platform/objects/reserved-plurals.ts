/** First words of addresses of the API that are not an object's: an object of that name could not be reached. */
export const reservedPlurals: ReadonlySet<string> = new Set([
  'actions',
  'bin',
  'changes',
  'events',
  'invitations',
  'jobs',
  'me',
  'search',
  'settings',
  'workspace',
  'workspaces',
])
