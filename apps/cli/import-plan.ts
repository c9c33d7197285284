import type { ObjectModel } from '#platform/objects/model.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { UsageError } from './command.ts'

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const yes = { type: 'boolean' } as const

/** What `rapport import` understands. */
export const importOptions = {
  recipe: text,
  folder: text,
  workspace: text,
  map: texts,
  only: yes,
  fix: texts,
  set: texts,
  factor: texts,
  key: text,
  existing: text,
  duplicates: text,
  repeated: text,
  delimiter: text,
  encoding: text,
  dates: text,
  decimal: text,
  'dry-run': yes,
  'accept-rejects': yes,
} as const

interface Given {
  readonly map?: string[]
  readonly fix?: string[]
  readonly set?: string[]
  readonly factor?: string[]
  readonly [option: string]: unknown
}

/** The parts of an import's plan that options give. @throws UsageError */
export function planOf(
  object: ObjectModel,
  given: Given,
): JsonObject & { readonly mapping: Record<string, string | null> } {
  const fixes: Record<string, Record<string, string | null>> = {}
  for (const fix of given.fix ?? []) {
    const [, column, from, to] = /^([^:]+):(.*?)=(.*)$/s.exec(fix) ?? []
    if (column === undefined || from === undefined || to === undefined)
      throw new UsageError(`--fix is written COLUMN:TEXT=VALUE, not “${fix}”.`)
    fixes[column] = { ...fixes[column], [from]: to === '' ? null : to }
  }
  const dialect = Object.fromEntries(
    ['delimiter', 'encoding', 'dates', 'decimal'].flatMap((name) =>
      given[name] === undefined ? [] : [[name, given[name] === '\\t' ? '\t' : given[name]]],
    ),
  )
  const single = Object.fromEntries(
    ['key', 'existing', 'duplicates', 'repeated'].flatMap((name) =>
      given[name] === undefined ? [] : [[name, given[name]]],
    ),
  )
  return {
    ...single,
    ...(Object.keys(dialect).length > 0 ? { dialect } : {}),
    mapping: Object.fromEntries(
      pairs('map', given.map).map(([column, field]) => [column, field === '' ? null : field]),
    ),
    fixes,
    factors: Object.fromEntries(
      pairs('factor', given.factor).map(([column, factor]) => [column, Number(factor)]),
    ),
    constants: Object.fromEntries(
      pairs('set', given.set).map(([name, value]) => [name, constant(object, name, value)]),
    ),
  } as JsonObject & { readonly mapping: Record<string, string | null> }
}

function pairs(option: string, given: readonly string[] = []): [string, string][] {
  return given.map((pair) => {
    const at = pair.lastIndexOf('=')
    if (at < 1) throw new UsageError(`--${option} is written NAME=VALUE, not “${pair}”.`)
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
}

/** Numbers, lists and truth are written as JSON; everything else, names of records above all, as it is. */
function constant(object: ObjectModel, name: string, value: string): unknown {
  const field = object.fields.get(name)
  if (field === undefined) throw new UsageError(`${object.label} has no field “${name}”.`)
  if (field.kind.family === 'text' || field.relation !== undefined) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
