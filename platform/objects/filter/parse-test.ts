import { Unfit } from '#platform/fields/kind.ts'
import { known } from '../did-you-mean.ts'
import type { Json } from '../json.ts'
import { operatorsOf } from './family.ts'
import {
  allOf,
  type Comparison,
  type Filter,
  type Operand,
  type Subject,
  type Test,
  type TextTest,
} from './filter.ts'
import { isObject, wrong, type Parsing } from './parsing.ts'
import { parsePhrase, phraseExamples } from './relative-dates.ts'

const longestList = 5_000
const longestText = 1_000

/**
 * One operator on a value. A bare list means `in`; `null` among operands means empty.
 *
 * @throws Problem 400
 */
export function parseTest(
  subject: Subject,
  operator: string,
  operand: Json,
  at: Parsing,
  parts: readonly string[] = [],
): Filter {
  const names = operatorsOf(subject)
  if (!names.includes(operator)) {
    if (operator === 'eq')
      throw wrong(at, `cannot be compared as a whole; use ${[...parts, ...names].join(', ')}.`)
    throw wrong(at, unknownOperator(subject, operator, parts), 'unknown_operator')
  }
  const is = (test: Test): Filter => ({ op: 'is', subject, test })
  switch (operator) {
    case 'eq':
    case 'in':
      return membership(subject, listed(operand), false, at)
    case 'ne':
    case 'notIn':
      return membership(subject, listed(operand), true, at)
    case 'empty':
      if (typeof operand !== 'boolean') throw wrong(at, 'must be true or false.')
      return is({ is: 'empty', empty: operand })
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return is(compare(subject, operator, operand, at))
    case 'between': {
      if (!Array.isArray(operand) || operand.length !== 2)
        throw wrong(at, 'must be a list of two values, such as [10, 20].')
      const [from, to] = operand as [Json, Json]
      return allOf([is(compare(subject, 'gte', from, at)), is(compare(subject, 'lte', to, at))])
    }
    case 'within': {
      const phrase = typeof operand === 'string' ? parsePhrase(operand) : undefined
      if (subject.grain === undefined)
        throw wrong(at, `cannot be used: “${subject.field.name}” holds no dates.`)
      if (phrase === undefined)
        throw wrong(at, `${shown(operand)} is no period of time; known: ${phraseExamples}.`)
      return is({ is: 'within', phrase })
    }
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
      return is({ is: 'text', how: operator as TextTest, text: textOperand(operand, at) })
    case 'has':
    case 'hasAny':
    case 'hasAll': {
      const operands = listed(operand).map((one) => operandOf(subject, one, at))
      if (operands.includes(null)) throw wrong(at, 'cannot look for an empty value; use {"empty": true}.')
      return is({ is: 'has', all: operator === 'hasAll', operands: operands as Operand[], negated: false })
    }
    case 'near':
      return is(nearTest(operand, at))
    default:
      throw wrong(at, unknownOperator(subject, operator, parts), 'unknown_operator')
  }
}

/** A number or time in a comparison of an aggregate, where no kind is asked. */
export function compare(subject: Subject, comparison: Comparison, json: Json, at: Parsing): Test {
  const operand = operandOf(subject, json, at)
  if (operand === null) throw wrong(at, 'needs a value to compare with.')
  return { is: 'compare', comparison, operand }
}

function membership(subject: Subject, given: readonly Json[], negated: boolean, at: Parsing): Filter {
  if (given.length > longestList) throw wrong(at, `has too many values; ${longestList} are allowed.`)
  const parsed = given.map((one) => operandOf(subject, one, at))
  const operands = parsed.filter((one) => one !== null)
  const set = subject.family === 'set' || subject.family === 'structure'
  const test: Test = set ? { is: 'has', all: false, operands, negated } : { is: 'in', operands, negated }
  const filters: Filter[] = operands.length > 0 || given.length === 0 ? [{ op: 'is', subject, test }] : []
  if (operands.length < parsed.length)
    filters.push({ op: 'is', subject, test: { is: 'empty', empty: !negated } })
  return filters.length === 1 ? filters[0]! : { op: negated ? 'and' : 'or', filters }
}

const listed = (operand: Json): readonly Json[] =>
  Array.isArray(operand) ? (operand as readonly Json[]) : [operand as Json]

/** Reads a value through the field's kind, so that it is compared in the form in which it is stored. */
export function operandOf(subject: Subject, json: Json, at: Parsing): Operand | null {
  if (json === null) return null
  if (Array.isArray(json)) throw wrong(at, 'must be a single value.')
  if (subject.grain !== undefined && typeof json === 'string') {
    const phrase = parsePhrase(json)
    if (phrase !== undefined && (phrase.of !== 'day' || subject.grain === 'instant'))
      return { period: phrase }
  }
  if (typeof json === 'string' && subject.field.relation !== undefined && subject.part === undefined) {
    const person = json.toLowerCase()
    const to = subject.field.relation.to
    if ((person === 'me' && to === 'user') || (person === 'my team' && to === 'team')) return { person }
  }
  if (subject.part !== undefined) return partOperand(subject, json, at)
  if (isObject(json) && Object.hasOwn(json, 'currency') && json['currency'] !== at.context.currency) {
    throw wrong(
      at,
      `amounts are compared in ${at.context.currency}; name the parts amount and currency instead.`,
    )
  }
  if (subject.family === 'number' && typeof json === 'number') {
    // Not through the kind: what may be asked is not limited or rounded like what may be entered.
    if (!Number.isFinite(json) || Math.abs(json) > 1e18) throw wrong(at, 'must be a number below 10^18.')
    return json
  }
  return throughKind(subject, json, at)
}

function throughKind(subject: Subject, json: Json, at: Parsing): Operand | null {
  const { field, family } = subject
  // A limit for what may be entered is none for what may be asked.
  const { min: _min, max: _max, decimals: _decimals, ...rest } = field.options
  const lenient =
    family === 'number' && field.kind.computed !== true
      ? { ...field, options: rest as typeof field.options }
      : field
  try {
    if (family === 'set') {
      const values: unknown = field.kind.parse([json], lenient, at.context)
      return Array.isArray(values) && values.length > 0 ? (values[0] as Operand) : null
    }
    if (family === 'structure') {
      const value: unknown = field.kind.parse(json, lenient, at.context)
      return value === null ? null : (field.kind.entries!(value)[0] ?? null)
    }
    const value: unknown = field.kind.parse(json, lenient, at.context)
    return value === null ? null : field.kind.scalar(value, lenient)
  } catch (fault) {
    if (fault instanceof Unfit) throw wrong(at, fault.message, fault.code)
    throw fault
  }
}

function partOperand(subject: Subject, json: Json, at: Parsing): Operand | null {
  const type: string = { number: 'number', boolean: 'boolean' }[subject.family as string] ?? 'string'
  if (json === '') return null
  if (typeof json !== type) throw wrong(at, `must be a ${type === 'string' ? 'text' : type}.`)
  if (typeof json === 'string' && json.includes('\0')) throw wrong(at, 'cannot hold the character NUL.')
  return readPart(subject, json as string | number | boolean, at)
}

/** `Germany` as a country means `DE`, where the kind reads a value that has this part only. */
function readPart({ field, part }: Subject, given: string | number | boolean, at: Parsing): Operand {
  try {
    const value: unknown = field.kind.parse({ [part!]: given }, field, at.context)
    const read: unknown = isObject(value) ? value[part!] : given
    return typeof read === typeof given ? (read as Operand) : given
  } catch (fault) {
    if (fault instanceof Unfit) return given
    throw fault
  }
}

function textOperand(operand: Json, at: Parsing): string {
  if (typeof operand !== 'string') throw wrong(at, 'must be a text.')
  if (operand.length > longestText) throw wrong(at, `has too many characters; ${longestText} are allowed.`)
  return operand.replaceAll('\0', '')
}

function nearTest(operand: Json, at: Parsing): Test {
  const { latitude, longitude, km } = isObject(operand) ? operand : ({} as Record<string, Json>)
  const good = typeof latitude === 'number' && typeof longitude === 'number' && typeof km === 'number'
  if (!good || Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || km < 0) {
    throw wrong(
      at,
      'must be a place and a distance, such as {"latitude": 52.5, "longitude": 13.4, "km": 10}.',
    )
  }
  return { is: 'near', latitude, longitude, km }
}

function unknownOperator(subject: Subject, operator: string, parts: readonly string[]): string {
  const { family, part, field } = subject
  const shownOperator = operator.length > 60 ? `${operator.slice(0, 60)}…` : operator
  const what = part === undefined ? familyName[family] : `“${field.name}.${part}”`
  const names = parts.length === 0 ? '' : `; its parts are ${parts.join(', ')}`
  return `unknown operator “${shownOperator}”; ${what} know ${operatorsOf(subject).join(', ')}${names}.`
    .replace(/^(unknown.*?; “[^”]+” )know/, '$1knows')
    .replace(/; $/, () => `; ${known(operator, operatorsOf(subject))}`)
}

const familyName = {
  text: 'text fields',
  number: 'number fields',
  time: 'date fields',
  boolean: 'yes-or-no fields',
  choice: 'choice fields',
  set: 'fields of several choices',
  one: 'references',
  many: 'references',
  structure: 'fields with parts',
  place: 'places',
  opaque: 'these fields',
} as const

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
