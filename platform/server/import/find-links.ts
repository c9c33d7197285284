import { sql } from 'kysely'
import { fold } from '#platform/objects/filter/fold.ts'
import { isUuid } from '#platform/fields/id/kind.ts'
import type { Context } from '../context.ts'
import { createRecords } from '../records/create-records.ts'
import { queryFor, scopeOf } from '../records/query.ts'
import { tableOf } from '../records/table.ts'
import type { Binding } from './import-plan.ts'

/** What a text in a reference column leads to. */
export type Found = { readonly id: string } | 'none' | 'several' | 'skip' | 'empty'

/** Finds referenced records by the texts of a file; remembers what it found for the next rows. */
export interface Links {
  /** Looks up texts not seen before: one or two questions per column (and place), however many rows. */
  prepare(ctx: Context, binding: Binding, texts: readonly string[], place?: string | null): Promise<void>
  /** @param place id of the record within which the reference is looked for, where the field says so */
  found(binding: Binding, text: string, place?: string | null): Found
}

/**
 * A text names a record when its field says exactly that; upper and lower case and accents may differ if only one
 * record fits. Nothing more is guessed: what is merely similar is offered as a fix.
 *
 * @param create whether `$create` really creates (an import) or is only taken as found (a preview)
 */
export function findLinks(create: boolean): Links {
  const known = new Map<string, Map<string, Found>>()
  const of = (binding: Binding, place: string | null): Map<string, Found> => {
    const key = `${binding.column} ${place ?? ''}`
    const map = known.get(key) ?? new Map<string, Found>()
    known.set(key, map)
    return map
  }
  return {
    found: (binding, text, place = null) => of(binding, place).get(text) ?? 'none',
    async prepare(ctx, binding, texts, place = null) {
      const map = of(binding, place)
      const fresh = [...new Set(texts)].filter((text) => !map.has(text))
      if (fresh.length === 0) return
      const wanted = new Map(
        fresh.map((text) => [text, binding.fixes[text] === undefined ? text : binding.fixes[text]]),
      )
      const looked = await lookUp(
        ctx,
        binding,
        [...wanted.values()].filter((text): text is string => isText(text)),
        place,
      )
      for (const [text, want] of wanted) {
        if (want === null) map.set(text, 'empty')
        else if (want === '$skip') map.set(text, 'skip')
        else if (want === '$create')
          map.set(
            text,
            (await lookUp(ctx, binding, [text], place)).get(text) ??
              (await made(ctx, binding, text, place, create)),
          )
        else map.set(text, looked.get(want) ?? 'none')
      }
    },
  }
}

const isText = (want: string | null): boolean => want !== null && want !== '$create' && want !== '$skip'

async function made(
  ctx: Context,
  { target }: Binding,
  text: string,
  place: string | null,
  create: boolean,
): Promise<Found> {
  const { object, match, within } = target!
  if (!create) return { id: '00000000-0000-7000-8000-000000000000' }
  const [record] = await createRecords(ctx, object.name, [
    { [match.name]: text, ...(within === undefined || place === null ? {} : { [within]: place }) },
  ])
  return { id: record!.id }
}

async function lookUp(
  ctx: Context,
  { target }: Binding,
  texts: readonly string[],
  place: string | null,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (const text of texts) if (isUuid(text)) found.set(text, { id: text.toLowerCase() })
  const rest = texts.filter((text) => !found.has(text))
  if (rest.length === 0) return found
  collect(found, rest, await rowsNamed(ctx, target!, rest, place, false), (text) => text)
  const missing = rest.filter((text) => !found.has(text))
  if (missing.length > 0) collect(found, missing, await rowsNamed(ctx, target!, missing, place, true), fold)
  return found
}

interface Named {
  readonly id: string
  readonly text: string
}

function collect(
  found: Map<string, Found>,
  texts: readonly string[],
  rows: readonly Named[],
  by: (text: string) => string,
): void {
  const ids = new Map<string, string[]>()
  for (const row of rows) ids.set(by(row.text), [...(ids.get(by(row.text)) ?? []), row.id])
  for (const text of texts) {
    const fitting = ids.get(by(text)) ?? []
    if (fitting.length === 1) found.set(text, { id: fitting[0]! })
    if (fitting.length > 1) found.set(text, 'several')
  }
}

async function rowsNamed(
  ctx: Context,
  { object, match, within }: NonNullable<Binding['target']>,
  texts: readonly string[],
  place: string | null,
  folded: boolean,
): Promise<Named[]> {
  const query = queryFor(ctx)
  const scope = scopeOf(query, object)
  const value = sql`${query.column(match).scalar(match, scope)}`
  const visible = query.guard?.rows(object, scope)
  const fits = folded
    ? sql`rapport.fold(${value}) = any(${texts.map((text) => fold(text))}::text[])`
    : sql`${value} collate "und-x-icu" = any(${texts}::text[])`
  const there =
    within === undefined || place === null
      ? sql``
      : sql` and ${sql.ref(`${scope.alias}.${within}`)} = ${place}::uuid`
  const { rows } = await sql<Named>`select ${sql.ref(`${scope.alias}.id`)} as id, ${value}::text as text
    from ${tableOf(query, object.name)} ${sql.id(scope.alias)}
    where ${fits} and ${sql.ref(`${scope.alias}.deleted_at`)} is null${there}${visible === undefined ? sql`` : sql` and ${visible}`}`.execute(
    ctx.db,
  )
  return rows
}
