import type { Command } from './command.ts'

interface Entry {
  readonly about: string
  readonly load: () => Promise<{ readonly command: Command }>
}

/** All commands, in the order in which help shows them. */
export const commands: Readonly<Record<string, Entry>> = {
  start: { about: 'Start the server, as `npm start` does', load: () => import('./commands/start.ts') },
  migrate: { about: 'Bring the database up to this version', load: () => import('./commands/migrate.ts') },
  workspace: { about: 'List workspaces, add one', load: () => import('./commands/workspace.ts') },
  user: { about: 'List people, let somebody in', load: () => import('./commands/user.ts') },
  key: { about: 'List, create and revoke API keys', load: () => import('./commands/key.ts') },
  import: {
    about: 'Bring in records from a file or by a recipe',
    load: () => import('./commands/import.ts'),
  },
  export: { about: 'Write records as CSV or NDJSON', load: () => import('./commands/export.ts') },
  undo: { about: 'Take a change back', load: () => import('./commands/undo.ts') },
  demo: { about: 'Add the demo company', load: () => import('./commands/demo.ts') },
  backup: {
    about: 'Back up everything, also while the server runs',
    load: () => import('./commands/backup.ts'),
  },
  restore: { about: 'Make an installation from a back-up', load: () => import('./commands/restore.ts') },
  doctor: { about: 'Check the installation', load: () => import('./commands/doctor.ts') },
  bench: { about: 'Measure how fast it is here', load: () => import('./commands/bench.ts') },
  help: { about: 'Explain a command', load: () => import('./commands/help.ts') },
}
