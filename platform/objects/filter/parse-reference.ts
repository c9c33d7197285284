import type { Json } from '../json.ts'
import type { FieldModel } from '../model.ts'
import { operators } from './family.ts'
import { allOf, type Filter } from './filter.ts'
import { parseTest } from './parse-test.ts'
import { isLink, isObject, joined, type Parsing } from './parsing.ts'
import { subjectOf } from './subject.ts'

/**
 * A reference: an id, `me`, `my team`, operators, or a filter on the other record; several of them mean and.
 *
 * @throws Problem 400
 */
export function parseReference(field: FieldModel, value: Json, at: Parsing): Filter {
  const subject = subjectOf(field)
  const test = (operator: string, operand: Json, where: Parsing): Filter =>
    parseMyTeam(field, operator, operand, where) ?? parseTest(subject, operator, operand, where)
  if (!isObject(value) || isLink(value)) return test('eq', value, at)
  const own = Object.entries(value).filter(([key]) => operators.one.includes(key))
  const nested = Object.entries(value).filter(([key]) => !operators.one.includes(key))
  const filters: Filter[] = own.map(([key, operand]) =>
    test(key, operand, { ...at, path: joined(at.path, key) }),
  )
  if (nested.length > 0 || own.length === 0) {
    const object = at.model.object(field.relation!.to)
    filters.push({
      op: 'through',
      field,
      object,
      filter: at.conditions(Object.fromEntries(nested), { ...at, object }),
    })
  }
  return allOf(filters)
}

/** A person of `my team`: one whose team is among the reader's. Undefined when nobody asks for that. */
function parseMyTeam(field: FieldModel, operator: string, operand: Json, at: Parsing): Filter | undefined {
  const given: readonly Json[] = Array.isArray(operand) ? operand : [operand]
  const isTeam = (one: Json): boolean => typeof one === 'string' && one.toLowerCase() === 'my team'
  if (field.relation?.to !== 'user' || operator === 'empty' || !given.some(isTeam)) return undefined
  const object = at.model.object('user')
  const team = object.fields.get('team')
  if (team === undefined) return undefined
  const filter: Filter = {
    op: 'is',
    subject: subjectOf(team),
    test: { is: 'in', operands: [{ person: 'my team' }], negated: false },
  }
  const others = given.filter((one) => !isTeam(one))
  const filters: Filter[] = [{ op: 'through', field, object, filter }]
  if (others.length > 0) filters.push(parseTest(subjectOf(field), 'in', others, at))
  const any: Filter = filters.length === 1 ? filters[0]! : { op: 'or', filters }
  return operator === 'ne' || operator === 'notIn' ? { op: 'not', filter: any } : any
}
