import type { Field, FieldDeclaration, ValueOf } from './field.ts'

export interface ActionOptions<
  Input extends Record<string, FieldDeclaration> = Record<string, FieldDeclaration>,
> {
  readonly label?: string
  readonly icon?: string
  /** One record, each record of a selection, or none. */
  readonly on?: 'record' | 'selection' | 'none'
  /** Declared with the same field kinds as objects: form, validation and API follow. */
  readonly input?: Input
  /** Asked before it is done. */
  readonly confirm?: string
  /** Offered only while the record fits this filter. */
  readonly available_when?: Record<string, unknown>
}

export interface ActionDeclaration<
  Input extends Record<string, FieldDeclaration> = Record<string, FieldDeclaration>,
> extends ActionOptions<Input> {
  readonly object: string
  readonly name: string
}

export type InputOf<A extends ActionDeclaration> =
  A extends ActionDeclaration<infer Input> ? { readonly [Name in keyof Input]: ValueOf<Input[Name]> } : never

/**
 * Declares a verb someone may perform. The deed itself is registered on the server with `perform`.
 *
 * @example export const winOpportunity = defineAction('opportunity', 'win', { input: { closed_on: date() } })
 */
export function defineAction<Input extends Record<string, Field> = Record<string, never>>(
  object: string,
  name: string,
  options: ActionOptions<Input> = {},
): ActionDeclaration<Input> {
  return { object, name, ...options }
}
