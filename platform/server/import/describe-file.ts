import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { tableOf } from '../records/table.ts'
import type { Dialect } from './dialect.ts'
import { guessMapping } from './guess-mapping.ts'
import { matchable } from './import-plan.ts'
import { readRows } from './read-rows.ts'
import { writable } from './writable.ts'

export interface ColumnOfFile {
  readonly header: string
  readonly samples: readonly string[]
  /** Rows of the sample that have something in it. */
  readonly filled: number
  readonly field: string | null
  readonly confidence: number
}

export interface TargetField {
  readonly name: string
  readonly label: string
  readonly kind: string
  readonly required: boolean
  readonly unique: boolean
  /** For references: fields by which a text can name the other record. */
  readonly matchable: readonly string[]
}

const sampled = 500

/** The columns of a file with what they may be, and the fields that they can go to. */
export async function describeFile(
  ctx: Context,
  object: ObjectModel,
  path: string,
  dialect: Dialect,
): Promise<{ columns: ColumnOfFile[]; fields: TargetField[] }> {
  const { headers, rows } = await readRows(path, dialect)
  const cells: string[][] = headers.map(() => [])
  let looked = 0
  for await (const row of rows) {
    for (const [at, texts] of cells.entries()) {
      const cell = row.cells[at] ?? ''
      const text = typeof cell === 'string' ? cell.trim() : JSON.stringify(cell)
      if (text !== '') texts.push(text)
    }
    if (++looked === sampled) break
  }
  const remembered = await rememberedMapping(ctx, object, headers)
  const guesses = guessMapping(
    ctx,
    object,
    headers,
    cells.map((texts) => texts.slice(0, 50)),
    dialect,
  )
  const columns = headers.map((header, at) => ({
    header,
    samples: [...new Set(cells[at])].slice(0, 5),
    filled: cells[at]!.length,
    ...(remembered === undefined ? guesses[at]! : { field: remembered[header] ?? null, confidence: 1 }),
  }))
  const fields = [...object.fields.values()].filter((field) => writable(ctx, field))
  return {
    columns,
    fields: fields.map((field) => ({
      name: field.name,
      label: field.label,
      kind: field.kind.name,
      required: field.options.required === true,
      unique: field.options.unique === true,
      matchable:
        field.relation === undefined
          ? []
          : matchable(ctx.model.object(field.relation.to)).map((one) => one.name),
    })),
  }
}

const signature = (headers: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(headers)).digest('hex')

/** The mapping that was used the last time for a file with the same columns. */
async function rememberedMapping(
  ctx: Context,
  object: ObjectModel,
  headers: readonly string[],
): Promise<Record<string, string | null> | undefined> {
  const { rows } = await sql<{
    mapping: Record<string, string | null>
  }>`select mapping from ${tableOf(ctx.workspace, 'import_memory')}
    where object = ${object.name} and signature = ${signature(headers)}`.execute(ctx.db)
  return rows[0]?.mapping
}

export async function rememberMapping(
  ctx: Context,
  object: ObjectModel,
  headers: readonly string[],
  mapping: Readonly<Record<string, string | null>>,
): Promise<void> {
  await sql`insert into ${tableOf(ctx.workspace, 'import_memory')} (object, signature, mapping)
    values (${object.name}, ${signature(headers)}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (object, signature) do update set mapping = excluded.mapping`.execute(ctx.db)
}
