import fc, { type Arbitrary } from 'fast-check'
import { operatorsOf } from '#platform/objects/filter/family.ts'
import type { Subject } from '#platform/objects/filter/filter.ts'
import { subjectOf } from '#platform/objects/filter/subject.ts'
import type { FilterJson, Json } from '#platform/objects/json.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { pools, worldIds } from './arbitrary-world.ts'

const of = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)

const phrases = [
  'today',
  'yesterday',
  'tomorrow',
  'this week',
  'last week',
  'next month',
  'this quarter',
  'last quarter',
  'this year',
  'last year',
  'last 30 days',
  'last 2 months',
  'next 3 weeks',
  'next 1 year',
  'more than 30 days ago',
  'more than 2 days ahead',
  'last 100 years',
]

/** Any filter on records of the object, up to `depth` records away, as the parser takes it. */
export function arbitraryFilter(model: Model, object: ObjectModel, depth = 2): Arbitrary<FilterJson> {
  const one = arbitraryCondition(model, object, depth)
  const several = (most: number): Arbitrary<Json[]> => fc.array(one, { maxLength: most })
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 2, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: several(3).map((and): FilterJson => ({ and })) },
    { weight: 2, arbitrary: several(3).map((or): FilterJson => ({ or })) },
    { weight: 2, arbitrary: one.map((not): FilterJson => ({ not })) },
  )
}

function arbitraryCondition(model: Model, object: ObjectModel, depth: number): Arbitrary<FilterJson> {
  const fields = [...object.fields.values()].filter(
    (field) => field.name !== 'deleted_at' && field.name !== 'version',
  )
  const plain = fields.filter((field) => depth > 0 || field.relation?.many !== true)
  const named = (name: string, value: Arbitrary<Json>): Arbitrary<FilterJson> =>
    value.map((json) => ({ [name]: json }))
  const related = depth === 0 ? [] : [...object.children.values()]
  return fc.oneof(
    {
      weight: plain.length,
      arbitrary: of(plain).chain((field) => named(field.name, ofField(model, field, depth))),
    },
    ...related.map(({ name, object: child }) => ({
      weight: 2,
      arbitrary: named(name, ofRelated(model, model.object(child), depth)),
    })),
  )
}

function ofField(model: Model, field: FieldModel, depth: number): Arbitrary<Json> {
  const subject = subjectOf(field)
  const parts = Object.keys(field.kind.parts ?? {})
  const tests = [test(subject)]
  if (parts.length > 0)
    tests.push(
      of(parts).chain((part) => test(subjectOf(field, part)).map((json): Json => ({ [part]: json }))),
    )
  if (field.relation !== undefined && depth > 0) {
    const target = model.object(field.relation.to)
    tests.push(
      field.relation.many ? ofRelated(model, target, depth) : arbitraryFilter(model, target, depth - 1),
    )
  }
  return fc.oneof(...tests)
}

function ofRelated(model: Model, object: ObjectModel, depth: number): Arbitrary<Json> {
  const filter = arbitraryFilter(model, object, depth - 1)
  const fields = [...object.fields.values()]
    .map((field) => subjectOf(field))
    .filter(({ family }) => family === 'number' || family === 'time')
  const compare = of(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])
  const where = fc.option(filter, { nil: undefined, freq: 2 })
  const counted = fc.tuple(compare, fc.nat(3), where).map(([operator, count, wanted]): Json => ({
    count: { [operator]: count, ...(wanted === undefined ? {} : { where: wanted }) },
  }))
  const reckoned = fc
    .tuple(of(fields), of(['sum', 'avg', 'min', 'max']), compare, where)
    .chain(([subject, fn, operator, wanted]) => {
      const possible = subject.family === 'number' ? fn : fn === 'sum' || fn === 'avg' ? 'max' : fn
      return operand(subject).map((value): Json => ({
        [possible]: {
          field: subject.field.name,
          [operator]: value,
          ...(wanted === undefined ? {} : { where: wanted }),
        },
      }))
    })
  return fc.oneof(
    fc
      .tuple(of(['some', 'none', 'every']), filter)
      .map(([quantifier, wanted]): Json => ({ [quantifier]: wanted })),
    counted,
    reckoned,
    fc.boolean().map((empty): Json => ({ empty })),
  )
}

/** A test with one of the operators that the subject knows; aggregates of linked records are not among them. */
function test(subject: Subject): Arbitrary<Json> {
  const known = operatorsOf(subject).filter(
    (one) => !['some', 'none', 'every', 'count', 'sum', 'min', 'max', 'avg'].includes(one),
  )
  return of(known).chain((operator): Arbitrary<Json> => {
    const as = (value: Arbitrary<Json>): Arbitrary<Json> => value.map((json) => ({ [operator]: json }))
    switch (operator) {
      case 'empty':
        return as(fc.boolean())
      case 'in':
      case 'notIn':
      case 'hasAny':
      case 'hasAll':
        return as(
          fc.array(
            operator.startsWith('has')
              ? operand(subject)
              : fc.oneof(
                  { weight: 5, arbitrary: operand(subject) },
                  { weight: 1, arbitrary: fc.constant(null) },
                ),
            { maxLength: 3 },
          ),
        )
      case 'between':
        return as(fc.tuple(operand(subject), operand(subject)))
      case 'within':
        return as(of(phrases))
      case 'contains':
      case 'startsWith':
      case 'endsWith':
      case 'matches':
        return as(piece)
      case 'near':
        return as(
          fc.tuple(of(pools.place), of([0, 100, 600, 20_100])).map(([place, km]) => ({ ...place, km })),
        )
      case 'eq':
        return fc.oneof(as(operand(subject)), operand(subject), fc.constant(null))
      default:
        return as(operand(subject))
    }
  })
}

/** Pieces of the texts, with the case and the accents of somebody in a hurry. */
const piece = fc.oneof(
  of([
    '',
    'mul',
    'MÜLLER',
    'strasse',
    'straße',
    '%',
    '_',
    'O’b',
    "o'brien",
    'lodz',
    'smith',
    'SOHNE mul',
    'aero',
    'example.com',
    'a b',
    '\\',
    'nbsp',
    'größe',
    'λλας',
  ]),
  fc
    .tuple(of(pools.name), fc.nat(5), fc.nat(6))
    .map(([name, from, length]) => [...name].slice(from, from + length).join('')),
)

function operand({ field, part, family, grain }: Subject): Arbitrary<Json> {
  if (part !== undefined) return partOperand(family, part)
  if (grain === 'day') return fc.oneof(of(pools.date), of(phrases))
  if (grain === 'instant') return fc.oneof(of(pools.time), of(pools.date), of([...phrases, 'now']))
  if (field.relation !== undefined) {
    const words: readonly string[] = { user: ['me', 'my team'], team: ['my team'] }[field.relation.to] ?? []
    return of([...(worldIds[field.relation.to] ?? []), ...words])
  }
  const { enum: listed, items, format, maximum, type } = field.kind.schema(field) as Record<string, any>
  const choices: readonly string[] | undefined = listed ?? items?.enum
  if (choices !== undefined) return of(choices)
  if (family === 'boolean') return fc.boolean()
  if (family === 'number')
    return maximum === 5
      ? of([1, 2, 5])
      : type === 'integer'
        ? of([0, 1, 90, 3600])
        : of<number>([...pools.number, 1.5, 50])
  if (family === 'set') return of(pools.marks)
  if (family === 'structure') return of(field.kind.parts!['state'] === undefined ? pools.calls : pools.mails)
  if (format === 'uuid') return of(worldIds[field.object]!)
  if (format === 'email') return of(pools.mails)
  return format === 'uri' ? of(['https://example.com', 'example.com', 'müller.de']) : of(pools.name)
}

function partOperand(family: string, part: string): Arbitrary<Json> {
  if (family === 'number') return of<number>([...pools.number, 52.52, 180])
  if (part === 'country') return of(['DE', 'FR', 'US', 'Germany'])
  if (part === 'currency') return of(['EUR', 'USD', 'JPY'])
  return of(['München', 'ana@example.com', 'work', 'mobile', '80331', '+493012345678'])
}
