/** What a command reads from and writes to. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv
  /** A line of the answer, to standard output. */
  say(line: string): void
  /** A line about the work, to standard error, so that the answer can go into a file or another program. */
  note(line: string): void
}

/** One command of `rapport`; its file is loaded when it is called. */
export interface Command {
  /** What follows `rapport`, with its arguments and options, a line for each way to call it. */
  readonly usage: readonly string[]
  /** Further lines of its help. */
  readonly help?: readonly string[]
  /** @returns the exit code; 0 when nothing is returned */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number | void>
}

/** The command was called wrongly: shown with its usage, exit code 2. */
export class UsageError extends Error {}
