import type { FieldModel, Model } from '#platform/objects/model.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'

/**
 * How a kind's values are compared in filters:
 * text (contains …) · number · time (within …) · boolean · choice · set (has …) · one and many (nested filters) ·
 * structure (its parts only) · place (near) · opaque (empty only).
 */
export type Family =
  | 'text'
  | 'number'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'set'
  | 'one'
  | 'many'
  | 'structure'
  | 'place'
  | 'opaque'

/** What a kind needs to know of who is writing, to read values as that person means them. */
export interface ParseContext {
  /** IANA zone of the person, for a date-time written without a zone. */
  readonly zone: string
  /** ISO 4217 code used where an amount comes without one. */
  readonly currency: string
  /** ISO 3166 code used to read phone numbers without a country. */
  readonly country: string
  readonly now: Date
  readonly me: string | null
}

/** How a file writes its values; guessed from its columns, confirmed by the person. */
export interface TextFormat {
  readonly dates: 'ymd' | 'dmy' | 'mdy'
  readonly decimal: '.' | ','
}

export interface FormatContext {
  /** BCP 47 tag of the reader. */
  readonly locale: string
  readonly zone: string
}

/** A type of value, as browser and server both know it. No I/O. One folder each, see `platform/fields/text`. */
export interface Kind<Value = any, Options = any, Stored = Value> {
  readonly name: string
  /** What a person reads when choosing a kind for a new field. */
  readonly label: string
  readonly icon: string
  readonly family: Family
  /** Computed by the database, never written. */
  readonly computed?: true
  /** Not offered for customer-made fields (id and the like). */
  readonly internal?: true
  /** Named parts that filters, sorts and `fields` reach as `address.country`, with the family of each. */
  readonly parts?: Readonly<Record<string, Family>>
  /** The object a value points to, for reference-like kinds. */
  relation?(options: Options): { readonly to: string; readonly many: boolean }
  /** For kinds whose family depends on the declaration (formula, rollup). */
  familyOf?(field: FieldModel<Options>): Family
  /**
   * JSON from a form or the API → the value as stored: the same as answered, but for links, which are stored as
   * ids and answered as `{ id, title }`. `null` for what means empty. Takes back what it answered. Throws `Unfit` with a sentence when it cannot be such a value.
   */
  parse(input: Json, field: FieldModel<Options>, context: ParseContext): Stored | null
  /** Text from a file or a paste → something `parse` takes. Throws `Unfit`. */
  fromText(text: string, field: FieldModel<Options>, format: TextFormat): Json
  /** Answered value → text that `fromText` reads back; used by export and copying. */
  toText(value: Value, field: FieldModel<Options>): string
  /** Answered value → what a reader sees. */
  format(value: Value, field: FieldModel<Options>, context: FormatContext): string
  /** Ordering and equality in memory compare these; same order as the column's `scalar`. Takes answered and stored values. */
  scalar(value: Value | Stored, field: FieldModel<Options>): string | number | boolean | null
  /** One of the `parts` of a value, the same as the column's `part`. Default: the property of that name. */
  part?(value: Value, part: string): string | number | boolean | null
  /** What text operators look at, the same as the column's `words`. Without it they look at texts only, as they are. */
  words?(value: Value, field: FieldModel<Options>): string
  /** The single values of a list in a structure (each e-mail address), which `has` finds; the column's `holds` does the same. */
  entries?(value: Value): readonly string[]
  /** JSON Schema (2020-12) of a value, for OpenAPI. */
  schema(field: FieldModel<Options>): JsonObject
  /** Schema of what may be written, where it differs (a reference is written as an id). */
  writeSchema?(field: FieldModel<Options>): JsonObject
  /** What is wrong with this declaration: sentences, none when it is fine. */
  check?(field: FieldModel<Options>, model: Model): readonly string[]
}

/** Thrown by a kind that cannot read a value; becomes the message beside the field. */
export class Unfit extends Error {
  readonly code: string
  constructor(message: string, code = 'unfit') {
    super(message)
    this.code = code
  }
}
