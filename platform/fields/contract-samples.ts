import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json } from '#platform/objects/json.ts'
import type { TextFormat } from './kind.ts'

/**
 * What a kind takes and refuses, one `samples.ts` beside each `kind.ts`; the contract tests of all kinds run over it.
 * The writer is in Berlin at ten in the morning (UTC) of 2026-11-22, and counts in EUR.
 */
export interface Samples {
  /** Made by the kind's builder. */
  readonly declaration: FieldDeclaration
  /** What is given → what is kept; several, all different once kept. */
  readonly good: readonly (readonly [given: Json, kept: Json])[]
  /** What is given → a piece of the sentence that says what to give instead. */
  readonly bad: readonly (readonly [given: Json, sentence: string])[]
  /** What a file says → what is kept. */
  readonly texts?: readonly (readonly [text: string, kept: Json, format?: Partial<TextFormat>])[]
  readonly badTexts?: readonly (readonly [text: string, sentence: string, format?: Partial<TextFormat>])[]
  /** A kept value as readers of English and German see it. */
  readonly shown?: readonly (readonly [value: Json, english: string, german: string])[]
  /** Wrong declarations with a piece of what is said about them. */
  readonly faults?: readonly (readonly [declaration: FieldDeclaration, sentence: string])[]
  /** Given, value of a row, whether a person would call them the same. */
  readonly same?: readonly (readonly [given: Json, row: Json, same: boolean])[]
}
