import { known } from '../did-you-mean.ts'
import type { Json } from '../json.ts'
import type { FieldModel } from '../model.ts'
import {
  allOf,
  everything,
  type AggregateFunction,
  type Comparison,
  type Filter,
  type Related,
  type Subject,
  type Test,
} from './filter.ts'
import { fieldAt, isLink, isObject, joined, unknownField, wrong, type Parsing } from './parsing.ts'
import { operandOf } from './parse-test.ts'
import { subjectOf } from './subject.ts'

const quantifiers = ['some', 'none', 'every']
const aggregates = ['count', 'sum', 'min', 'max', 'avg']
const byId = ['eq', 'ne', 'in', 'notIn', 'has', 'hasAny', 'hasAll', 'empty']
const comparisons = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'empty']

/**
 * Conditions on several related records: quantifiers, aggregates and, for a many-to-many `field`, ids.
 *
 * @throws Problem 400
 */
export function parseRelated(
  related: Related,
  field: FieldModel | undefined,
  json: Json,
  at: Parsing,
): Filter {
  if (!isObject(json) || isLink(json)) return parseIds(related, field, 'eq', json, at)
  const entries = Object.entries(json)
  if (entries.length === 0) throw wrong(at, `must say which: ${operatorsOf(field).join(', ')}.`)
  return allOf(
    entries.map(([key, value]) => {
      if (--at.budget.left < 0) throw wrong(at, 'has too many conditions.')
      const below = { ...at, path: joined(at.path, key), depth: at.depth + 1 }
      if (quantifiers.includes(key)) {
        const filter = at.conditions(value, { ...below, object: related.object })
        return { op: key as 'some', related, filter }
      }
      if (aggregates.includes(key)) return parseAggregate(related, key as AggregateFunction, value, below)
      if (key === 'empty' || (field !== undefined && byId.includes(key)))
        return parseIds(related, field, key, value, below)
      throw wrong(
        below,
        `unknown operator “${key.slice(0, 60)}”; on “${related.name}” use ${operatorsOf(field).join(', ')}` +
          (related.object.fields.has(key) ? ` (for example {"some": {"${key}": …}}).` : '.'),
        'unknown_operator',
      )
    }),
  )
}

const operatorsOf = (field: FieldModel | undefined): readonly string[] =>
  field === undefined ? [...quantifiers, ...aggregates, 'empty'] : [...quantifiers, ...aggregates, ...byId]

/** `empty` and conditions on the ids of linked records, said with quantifiers. */
function parseIds(
  related: Related,
  field: FieldModel | undefined,
  operator: string,
  json: Json,
  at: Parsing,
): Filter {
  if (operator === 'empty') {
    if (typeof json !== 'boolean') throw wrong(at, 'must be true or false.')
    return { op: json ? 'none' : 'some', related, filter: everything }
  }
  if (field === undefined) {
    throw wrong(at, `must say which: ${operatorsOf(field).join(', ')}, such as {"some": {…}}.`)
  }
  const negated = operator === 'ne' || operator === 'notIn'
  const given = Array.isArray(json) ? (json as readonly Json[]) : [json]
  if (given.length > 5_000) throw wrong(at, 'has too many values; 5000 are allowed.')
  const id = subjectOf(related.object.fields.get('id')!)
  // The link's kind would read a list; one id or `me` is read as the record's own id is.
  const operands = given.map((one) => {
    if (one === null) return null
    if (one === 'me' && related.object.name === 'user') return { person: 'me' as const }
    if (one === 'my team' && related.object.name === 'team') return { person: 'my team' as const }
    return operandOf(id, isObject(one) && Object.hasOwn(one, 'id') ? one['id']! : one, at)
  })
  const ids = operands.filter((one) => one !== null)
  const is = (list: typeof ids): Filter => ({
    op: 'is',
    subject: id,
    test: { is: 'in', operands: list, negated: false },
  })
  if (operator === 'hasAll') return allOf(ids.map((one) => ({ op: 'some', related, filter: is([one]) })))
  const filters: Filter[] =
    ids.length > 0 || given.length === 0 ? [{ op: negated ? 'none' : 'some', related, filter: is(ids) }] : []
  if (ids.length < given.length) filters.push({ op: negated ? 'some' : 'none', related, filter: everything })
  return filters.length === 1 ? filters[0]! : { op: negated ? 'and' : 'or', filters }
}

/** `{ "count": 3 }`, `{ "count": { "gte": 3, "where": {…} } }`, `{ "sum": { "field": "amount", "gte": 1000, "where": {…} } }`. */
function parseAggregate(related: Related, fn: AggregateFunction, json: Json, at: Parsing): Filter {
  if (fn === 'count' && typeof json === 'number') {
    return {
      op: 'aggregate',
      fn,
      related,
      subject: undefined,
      filter: everything,
      test: countTest('eq', json, at),
    }
  }
  const example = fn === 'count' ? '{"gte": 3}' : '{"field": "amount", "gte": 1000}'
  if (!isObject(json)) throw wrong(at, `must be a comparison, such as ${example}.`)
  const { field: fieldName, where, ...tests } = json as Record<string, Json>
  const subject = fn === 'count' ? undefined : aggregatedField(related, fn, fieldName, at)
  if (fn === 'count' && fieldName !== undefined) throw wrong(at, 'must not name a field: it counts records.')
  const filter =
    where === undefined
      ? everything
      : at.conditions(where, { ...at, object: related.object, path: joined(at.path, 'where') })
  const entries = Object.entries(tests)
  if (entries.length === 0) throw wrong(at, `must be a comparison, such as ${example}.`)
  return allOf(
    entries.flatMap(([key, value]): Filter[] => {
      const below = { ...at, path: joined(at.path, key) }
      if (!comparisons.includes(key)) {
        throw wrong(
          below,
          `unknown comparison “${key.slice(0, 60)}”; ${known(key, comparisons)}`,
          'unknown_operator',
        )
      }
      const one = (test: Test): Filter => ({ op: 'aggregate', fn, related, subject, filter, test })
      if (key === 'empty') {
        if (typeof value !== 'boolean') throw wrong(below, 'must be true or false.')
        return [one({ is: 'empty', empty: value })]
      }
      if (key === 'between') {
        if (!Array.isArray(value) || value.length !== 2) throw wrong(below, 'must be a list of two values.')
        return [
          one(aggregateTest(subject, fn, 'gte', value[0]!, below)),
          one(aggregateTest(subject, fn, 'lte', value[1]!, below)),
        ]
      }
      return [one(aggregateTest(subject, fn, key as Comparison, value, below))]
    }),
  )
}

function aggregateTest(
  subject: Subject | undefined,
  fn: AggregateFunction,
  key: Comparison | 'eq' | 'ne',
  value: Json,
  at: Parsing,
): Test {
  if (subject === undefined) return countTest(key, value, at)
  const operand = operandOf(subject, value, at)
  if (operand === null) throw wrong(at, 'needs a value to compare with.')
  if (key === 'eq' || key === 'ne') return { is: 'in', operands: [operand], negated: key === 'ne' }
  return { is: 'compare', comparison: key, operand }
}

function countTest(key: Comparison | 'eq' | 'ne', value: Json, at: Parsing): Test {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(at, 'must be a number.')
  if (key === 'eq' || key === 'ne') return { is: 'in', operands: [value], negated: key === 'ne' }
  return { is: 'compare', comparison: key, operand: value }
}

function aggregatedField(
  related: Related,
  fn: AggregateFunction,
  name: Json | undefined,
  at: Parsing,
): Subject {
  const inside = { ...at, object: related.object }
  if (typeof name !== 'string') throw wrong(at, `must name the field, such as {"field": "amount", …}.`)
  const [first, part] = name.split('.') as [string, string?]
  const field = fieldAt(first, inside)
  if (field === undefined) throw unknownField(first, inside)
  if (part !== undefined && !Object.hasOwn(field.kind.parts ?? {}, part)) throw unknownField(name, inside)
  const subject = subjectOf(field, part)
  const fits = subject.family === 'number' || (subject.family === 'time' && (fn === 'min' || fn === 'max'))
  if (!fits)
    throw wrong(
      at,
      `cannot take the ${fn} of “${name}”: it holds no ${fn === 'min' || fn === 'max' ? 'numbers or dates' : 'numbers'}.`,
    )
  return subject
}
