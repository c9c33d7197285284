import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'
import {
  type Choice,
  type ChoiceList,
  checkChoices,
  choicesOf,
  findChoice,
  labelOfChoice,
  offered,
} from './choices-of.ts'

export interface ChoiceOptions extends FieldOptions {
  readonly choices?: ChoiceList
}

/** The values of a list of choices: `'a' | 'b'` for `['a', { value: 'b' }]`. */
export type ChoiceValue<List extends ChoiceList> = List[number] extends infer One
  ? One extends string
    ? One
    : One extends Choice<infer Value>
      ? Value
      : never
  : never

/**
 * One of a list of values.
 *
 * @example choice(['low', 'high', { value: 'vip', label: 'Very important', color: 'red' }])
 */
export const choice = <const List extends ChoiceList>(
  choices: List,
  options: FieldOptions = {},
): Field<ChoiceValue<List>> => ({ ...options, kind: 'choice', choices })

export const choiceKind: Kind<string, ChoiceOptions> = {
  name: 'choice',
  label: 'Choice',
  icon: 'circle-dot',
  family: 'choice',
  parse(input, field) {
    if (isBlank(input)) return null
    const found = typeof input === 'string' ? findChoice(field.options, input) : undefined
    if (found === undefined) throw new Unfit(`Choose ${offered(field.options)}.`, 'choice')
    return found.value
  },
  fromText: (text) => text,
  toText: (value, field) => labelOfChoice(field.options, value),
  format: (value, field) => labelOfChoice(field.options, value),
  scalar: (value) => value,
  schema: (field) => ({ type: 'string', enum: choicesOf(field.options).all.map((one) => one.value) }),
  check: (field) => checkChoices(field.options),
}
