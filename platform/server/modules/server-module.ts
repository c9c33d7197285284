import type { ActionDeclaration, InputOf } from '#platform/objects/define-action.ts'
import type { ModuleDeclaration } from '#platform/objects/define-module.ts'
import type { Context, Values } from '../context.ts'
import type { LogEntry } from '../log/entry.ts'

export interface RuleInput {
  /** As it was, stored values (links as ids); null when the record is being created. */
  readonly before: Values | null
  /** As it will be. */
  readonly after: Values
  /** What is being changed (everything given, on create). */
  readonly changes: Values
}

/** What must hold in the same transaction. */
export interface Rule {
  readonly object: string
  /** Default: create and update. */
  readonly on: readonly ('create' | 'update' | 'delete')[]
  /** Runs only when one of these fields changes. */
  readonly when: readonly string[] | undefined
  readonly run: (context: Context, input: RuleInput) => Promise<Values | void> | Values | void
}

/**
 * A rule returns further changes to the same record, or throws a `Problem` to refuse.
 *
 * @example
 * rule('opportunity', { when: 'stage' }, async (ctx, { after }) => ({
 *   probability: (await ctx.read('stage', after.stage)).probability,
 * }))
 */
export function rule(
  object: string,
  options: { readonly on?: Rule['on']; readonly when?: string | readonly string[] },
  run: Rule['run'],
): Rule {
  const when = typeof options.when === 'string' ? [options.when] : options.when
  return { object, on: options.on ?? ['create', 'update'], when, run }
}

export interface DeedInput<Input> {
  /** The record acted on (answered values), for actions on a record. */
  readonly record: Values & { readonly id: string }
  readonly input: Input
}

/** An action's declaration with the function that does it. */
export interface Deed {
  readonly action: ActionDeclaration
  readonly run: (context: Context, input: DeedInput<any>) => Promise<unknown>
}

/** Registers the function that performs a declared action; transaction, access, log and undo are around it. */
export function perform<A extends ActionDeclaration<any>>(
  action: A,
  run: (context: Context, input: DeedInput<InputOf<A>>) => Promise<unknown>,
): Deed {
  return { action, run }
}

/** What follows after commit, by reading the log: once per entry, in order. */
export interface Reaction {
  /** Name of its reader; its position is kept under it. */
  readonly name: string
  /** In the transaction that also moves the reader's position, so nothing runs twice or is skipped. */
  readonly run: (context: Context, entries: readonly LogEntry[]) => Promise<void>
}

export interface ServerModule {
  readonly module: ModuleDeclaration
  readonly rules?: readonly Rule[]
  readonly deeds?: readonly Deed[]
  readonly reactions?: readonly Reaction[]
  /** Writes what a new workspace begins with: records its people then keep as they like. */
  readonly begin?: (context: Context) => Promise<void>
}

export const defineServerModule = (module: ServerModule): ServerModule => module
