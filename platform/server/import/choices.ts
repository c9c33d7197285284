import { sql } from 'kysely'
import { fold } from '#platform/objects/filter/fold.ts'
import type { Context } from '../context.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import type { Binding } from './import-plan.ts'

export interface Choice {
  /** What a fix takes: the id of a record, or the value of a choice. */
  readonly id: string
  readonly title: string
}

const most = 8

/** What a text that fits nothing may have meant: the most similar records or choices first, for a person to decide. */
export async function titlesLike(ctx: Context, binding: Binding, text: string): Promise<Choice[]> {
  if (binding.target === undefined) return offered(binding, text)
  const { object, match } = binding.target
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const value = query.column(match).scalar(match, scope)
  const visible = query.guard?.rows(object, scope)
  const { rows } = await sql<Choice>`select ${sql.ref(`${scope.alias}.id`)} as id, ${value}::text as title
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${sql.ref(`${scope.alias}.deleted_at`)} is null and ${value} is not null${visible === undefined ? sql`` : sql` and ${visible}`}
    order by rapport.similarity(rapport.fold(${value}::text), rapport.fold(${text})) desc, 2 limit ${most}`.execute(
    ctx.db,
  )
  return rows
}

interface Offered {
  readonly value: string
  readonly label?: string
}

/** The choices of the field, those that share the most letters first. */
function offered({ field }: Binding, text: string): Choice[] {
  const choices = (field.options['choices'] ?? []) as readonly (string | Offered)[]
  const all = choices.map((one) =>
    typeof one === 'string' ? { id: one, title: one } : { id: one.value, title: one.label ?? one.value },
  )
  return all.sort((a, b) => alike(b.title, text) - alike(a.title, text)).slice(0, most)
}

function alike(a: string, b: string): number {
  const pairs = (word: string): Set<string> =>
    new Set(Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) => word.slice(at, at + 2)))
  const [left, right] = [pairs(fold(a)), pairs(fold(b))]
  return (2 * left.intersection(right).size) / (left.size + right.size || 1)
}
