import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'

/** How a file is written. */
export interface Dialect {
  readonly format: 'csv' | 'ndjson'
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  readonly header: boolean
  readonly dates: 'ymd' | 'dmy' | 'mdy'
  readonly decimal: '.' | ','
}

export interface FileColumn {
  readonly header: string
  readonly samples: readonly string[]
  /** Rows that have something there. */
  readonly filled: number
  /** The field it probably goes to: `company`, or `company.domain` to find the company by that. */
  readonly field: string | null
  readonly confidence: number
}

export interface TargetField {
  readonly name: string
  readonly label: string
  readonly kind: string
  readonly required: boolean
  /** For references: fields by which the text in the file can name the record. */
  readonly matchable: readonly string[]
}

export interface ImportProblem {
  readonly id: string
  readonly kind: 'unmatched' | 'invalid' | 'missing' | 'duplicate'
  readonly column: string | null
  readonly field: string | null
  /** The text in the file. */
  readonly value: string
  readonly message: string
  readonly rows: number
  readonly examples: readonly { readonly row: number; readonly text: string }[]
  readonly choices: readonly { readonly id: string; readonly title: string }[]
}

export interface ImportPreview {
  readonly file: string
  readonly dialect: Dialect
  readonly rows: number
  readonly checked?: number
  readonly columns: readonly FileColumn[]
  readonly fields: readonly TargetField[]
  readonly problems: readonly ImportProblem[]
  readonly counts: {
    readonly create: number
    readonly update: number
    readonly unchanged: number
    readonly skip?: number
    readonly reject: number
  }
}

/** Column → text in the file → what is taken instead: a text or id, null for empty, `$create`, `$skip`. */
export type Fixes = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** What a person decided about a file. */
export interface ImportPlan {
  readonly dialect?: Dialect
  readonly mapping?: Readonly<Record<string, string | null>>
  readonly fixes: Fixes
  readonly key: string | null
  readonly existing: 'update' | 'skip'
  readonly duplicates: 'reject' | 'create'
  /** Values for all rows, by field. */
  readonly constants: Readonly<Record<string, Json>>
}

export interface ImportJob {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: {
    readonly read?: number
    readonly created?: number
    readonly changed?: number
    readonly unchanged?: number
    readonly skipped?: number
    readonly rejected?: number
    readonly total?: number | null
    readonly errors?: readonly { readonly row: number; readonly message: string }[]
  } | null
  readonly result: {
    readonly change?: string
    readonly detail?: string
    readonly rejected_file?: string
  } | null
  readonly error?: { readonly detail?: string } | null
}

/** Goes through the file as the import would and writes nothing. The file is sent once; later its id is enough. */
export async function previewImport(
  object: ObjectModel,
  source: File | string,
  plan: ImportPlan | null,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  // As the body itself and not in a form: such a file may have any length.
  const type = /\.(ndjson|jsonl)$/i.test(typeof source === 'string' ? '' : source.name)
    ? 'application/x-ndjson'
    : 'text/csv'
  const body = typeof source === 'string' ? { ...plan, file: source } : source.slice(0, source.size, type)
  return (
    await client.request<ImportPreview>('POST', `/${object.plural}/import/preview`, {
      body,
      ...(signal === undefined ? {} : { signal }),
    })
  ).body
}

/** Starts the import; the answer names the job. */
export async function startImport(
  object: ObjectModel,
  file: string,
  plan: ImportPlan,
): Promise<{ readonly job: string; readonly change: string | null }> {
  const { body, change } = await client.request<{ job?: string; id?: string; change?: string }>(
    'POST',
    `/${object.plural}/import`,
    { body: { file, ...plan } },
  )
  return { job: body.job ?? body.id ?? '', change: change ?? body.change ?? null }
}
