import { familyOf } from '#platform/objects/filter/family.ts'
import type { FilterJson, Json, JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'

/** One chip: a field, perhaps of a referenced record, an operator and what it is compared with. */
export interface Condition {
  /** `['close_on']`, `['company', 'industry']` */
  readonly path: readonly string[]
  readonly operator: string
  readonly value: Json
}

export interface Conditions {
  readonly chips: readonly Condition[]
  /** What chips cannot say; edited as text. */
  readonly rest: FilterJson
}

const operatorNames = new Set([
  'eq',
  'ne',
  'in',
  'notIn',
  'empty',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'within',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'has',
  'hasAny',
  'hasAll',
])
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes a filter apart into chips; what does not fit into one stays as it is. */
export function conditionsOf(model: Model, object: ObjectModel, where: FilterJson): Conditions {
  const chips: Condition[] = []
  const rest: Record<string, Json> = {}
  for (const [key, value] of Object.entries(where)) {
    const found =
      key === 'and' && Array.isArray(value)
        ? chipsOfAll(model, object, value)
        : chipsOf(model, object, [key], value)
    if (found === undefined) rest[key] = value
    else chips.push(...found)
  }
  return { chips, rest }
}

function chipsOfAll(
  model: Model,
  object: ObjectModel,
  list: readonly Json[],
): readonly Condition[] | undefined {
  const found = list.map((one) => (isObject(one) ? conditionsOf(model, object, one) : undefined))
  if (found.some((one) => one === undefined || Object.keys(one.rest).length > 0)) return undefined
  return found.flatMap((one) => one!.chips)
}

function chipsOf(
  model: Model,
  object: ObjectModel,
  path: readonly string[],
  value: Json,
): readonly Condition[] | undefined {
  const field = fieldOn(model, object, path)
  if (field === undefined) return undefined
  if (Array.isArray(value)) return [{ path, operator: 'in', value }]
  if (!isObject(value)) return [{ path, operator: 'eq', value }]
  const parts = Object.entries(value).map(([key, operand]): readonly Condition[] | undefined => {
    if (operatorNames.has(key)) return [{ path, operator: key, value: operand }]
    return familyOf(field) === 'one' || field.kind.parts?.[key] !== undefined
      ? chipsOf(model, object, [...path, key], operand)
      : undefined
  })
  return parts.includes(undefined) || parts.length === 0 ? undefined : parts.flatMap((one) => one!)
}

/** The field at the end of a path; a part of a structured field counts as that field. */
export function fieldOn(model: Model, object: ObjectModel, path: readonly string[]): FieldModel | undefined {
  const [name, ...further] = path
  const field = object.fields.get(name ?? '')
  if (field === undefined || further.length === 0) return field
  if (field.kind.parts?.[further[0]!] !== undefined) return field
  const next = field.relation === undefined ? undefined : model.objects.get(field.relation.to)
  return next === undefined ? undefined : fieldOn(model, next, further)
}

/** Chips and the rest → the filter. Two chips on the same operator of the same field are joined by `and`. */
export function whereOf({ chips, rest }: Conditions): FilterJson {
  const where: Record<string, Json> = { ...rest }
  const further: JsonObject[] = []
  for (const chip of chips) {
    if (!laidInto(where, chip.path, chip)) {
      const own: Record<string, Json> = {}
      laidInto(own, chip.path, chip)
      further.push(own)
    }
  }
  if (further.length === 0) return where
  const before = Array.isArray(where['and']) ? (where['and'] as readonly Json[]) : []
  return { ...where, and: [...before, ...further] }
}

function laidInto(
  target: Record<string, Json>,
  [name, ...further]: readonly string[],
  chip: Condition,
): boolean {
  const there = target[name!]
  if (further.length > 0) {
    if (there !== undefined && !isObject(there)) return false
    const below: Record<string, Json> = { ...there }
    if (!laidInto(below, further, chip)) return false
    target[name!] = below
    return true
  }
  if (there === undefined) {
    target[name!] =
      chip.operator === 'eq' || chip.operator === 'in' ? chip.value : { [chip.operator]: chip.value }
    return true
  }
  if (!isObject(there) || there[chip.operator] !== undefined) return false
  target[name!] = { ...there, [chip.operator]: chip.value }
  return true
}
