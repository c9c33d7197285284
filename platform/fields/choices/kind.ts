import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import {
  checkChoices,
  choicesOf,
  findChoice,
  labelOfChoice,
  offered,
  type ChoiceList,
} from '../choice/choices-of.ts'
import type { ChoiceOptions, ChoiceValue } from '../choice/kind.ts'
import { Unfit, type Kind } from '../kind.ts'
import { setScalar } from '../set-scalar.ts'

/** Several of a list of values, in the order of the list. */
export const choices = <const List extends ChoiceList>(
  list: List,
  options: FieldOptions = {},
): Field<readonly ChoiceValue<List>[]> => ({ ...options, kind: 'choices', choices: list })

export const choicesKind: Kind<readonly string[], ChoiceOptions> = {
  name: 'choices',
  label: 'Several choices',
  icon: 'list-checks',
  family: 'set',
  parse(input, field) {
    if (isBlank(input)) return null
    const given: readonly unknown[] = Array.isArray(input)
      ? input
      : typeof input === 'string'
        ? split(input, field.options)
        : [input]
    const found = new Set(
      given
        .filter((one) => !isBlank(one))
        .map((one) => {
          const choice = typeof one === 'string' ? findChoice(field.options, one) : undefined
          if (choice === undefined) throw new Unfit(`Choose from ${offered(field.options)}.`, 'choice')
          return choice.value
        }),
    )
    if (found.size === 0) return null
    return choicesOf(field.options)
      .all.filter((one) => found.has(one.value))
      .map((one) => one.value)
  },
  fromText: (text, field) => (isBlank(text) ? null : split(text, field.options)),
  toText: (value, field) => value.map((one) => labelOfChoice(field.options, one)).join('; '),
  format: (value, field) => value.map((one) => labelOfChoice(field.options, one)).join(', '),
  scalar: setScalar,
  words: (value, field) => value.map((one) => labelOfChoice(field.options, one)).join(' '),
  schema: (field) => ({
    type: 'array',
    items: { type: 'string', enum: choicesOf(field.options).all.map((one) => one.value) },
    uniqueItems: true,
    minItems: 1,
  }),
  writeSchema: (field) => ({
    type: 'array',
    items: { type: 'string', enum: choicesOf(field.options).all.map((one) => one.value) },
  }),
  check: (field) => [
    ...checkChoices(field.options),
    ...(field.options.unique === true ? ['cannot be unique.'] : []),
  ],
}

/** By semicolons and lines; by commas too where a piece is no choice itself. */
function split(text: string, options: ChoiceOptions): string[] {
  const pieces = text.split(/[;\r\n]+/).filter((one) => one.trim() !== '')
  return pieces.flatMap((one) => (findChoice(options, one) === undefined ? one.split(',') : [one]))
}
