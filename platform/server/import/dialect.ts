import type { TextFormat } from '#platform/fields/kind.ts'

/** How a file is written. Guessed from its beginning; a person may correct it. */
export interface Dialect extends TextFormat {
  readonly format: 'csv' | 'ndjson'
  /** As `TextDecoder` knows it. */
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  /** Whether the first row names the columns. */
  readonly header: boolean
}
