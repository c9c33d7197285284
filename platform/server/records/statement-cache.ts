import type { CompiledQuery } from 'kysely'
import type { Model } from '#platform/objects/model.ts'
import type { Actor, Context } from '../context.ts'

interface Kept<Statement> {
  readonly statement: Statement
  readonly compiled: CompiledQuery
  readonly until: number
}

interface OfActor<Statement> {
  readonly model: Model
  readonly kept: Map<string, Kept<Statement>>
}

/** Relative dates are part of a statement's values, so none is used for longer. */
const lifeMs = 5_000
const most = 50

/**
 * Remembers the statements that an actor asked for a moment ago: the same screen asks the same again and again, and
 * building the SQL costs more than passing its answer on (measured: two thirds of the CPU of a list). What an actor
 * may see is part of the statement, so it is kept under the actor itself, which every change of rights replaces.
 */
export function statementCache<Statement>(
  build: (ctx: Context, question: string) => { statement: Statement; compiled: CompiledQuery },
) {
  const actors = new WeakMap<Actor, OfActor<Statement>>()
  return (ctx: Context, question: string): { statement: Statement; compiled: CompiledQuery } => {
    let own = actors.get(ctx.actor)
    if (own === undefined || own.model !== ctx.model)
      actors.set(ctx.actor, (own = { model: ctx.model, kept: new Map() }))
    const known = own.kept.get(question)
    const now = ctx.now.getTime()
    if (known !== undefined && known.until > now && known.until - lifeMs <= now) return known
    const built = build(ctx, question)
    if (own.kept.size >= most) own.kept.clear()
    own.kept.set(question, { ...built, until: now + lifeMs })
    return built
  }
}
