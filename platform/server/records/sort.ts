import { sql, type RawBuilder } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import { titleOf } from './link-sql.ts'
import { readable, unknownField } from './projection.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'

export interface SortKey {
  readonly value: RawBuilder<unknown>
  readonly descending: boolean
  /** Standard times and ids are never empty, so their index serves both directions. */
  readonly nullable: boolean
  /** SQL type a cursor's text is cast back to. */
  readonly cast: string
}

const most = 4

/** `-amount,company.name` → keys. The record's id always follows as the last one. */
export function sortKeys(scope: Scope, text: string | undefined): SortKey[] {
  const names = (text ?? '-created_at')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (names.length > most) throw malformed(`Sort by at most ${most} fields.`)
  return names.map((part) => {
    const descending = part.startsWith('-')
    const path = part.replace(/^[-+]/, '')
    return { descending, ...keyOf(scope, path.split('.'), path) }
  })
}

function keyOf(scope: Scope, steps: readonly string[], path: string): Omit<SortKey, 'descending'> {
  const { query, object } = scope
  const [name = '', ...rest] = steps
  const field = object.fields.get(name)
  if (field === undefined || !readable(query, object, name)) throw unknownField(object, path, query)
  const column = query.column(field)
  if (rest.length > 0) return keyBelow(scope, field, rest, path)
  if (field.relation?.many === true) throw malformed(`${field.label} is a list and cannot be sorted by.`)
  if (field.relation !== undefined) {
    const title = titleOf(scope, field.relation.to, column.scalar(field, scope))
    return { value: sql`${title} collate "und-x-icu"`, nullable: true, cast: 'text' }
  }
  const family = field.kind.familyOf?.(field) ?? field.kind.family
  const value = column.scalar(field, scope)
  const nullable = !field.standard || !['id', 'created_at', 'updated_at', 'version'].includes(name)
  if (family === 'text' || family === 'choice') {
    const isText = field.kind.schema(field)['format'] !== 'uuid'
    return {
      value: isText ? sql`${value} collate "und-x-icu"` : value,
      nullable,
      cast: isText ? 'text' : 'uuid',
    }
  }
  if (family === 'number' || family === 'time' || family === 'boolean') {
    return { value, nullable, cast: castOf(field, family) }
  }
  throw malformed(`${field.label} cannot be sorted by.`)
}

function castOf(field: FieldModel, family: 'number' | 'time' | 'boolean'): string {
  if (family === 'number') return 'numeric'
  if (family === 'boolean') return 'boolean'
  return field.kind.schema(field)['format'] === 'date' ? 'date' : 'timestamptz'
}

function keyBelow(
  scope: Scope,
  field: FieldModel,
  rest: readonly string[],
  path: string,
): Omit<SortKey, 'descending'> {
  const { query } = scope
  const column = query.column(field)
  const part = field.kind.parts?.[rest[0]!]
  if (part !== undefined && rest.length === 1 && column.part !== undefined) {
    return {
      value: column.part(field, scope, rest[0]!),
      nullable: true,
      cast: part === 'number' ? 'numeric' : 'text',
    }
  }
  if (field.relation === undefined || field.relation.many) throw unknownField(scope.object, path)
  const target = query.model.object(field.relation.to)
  const inner: Scope = { query, object: target, alias: query.alias() }
  const key = keyOf(inner, rest, path)
  const visible = query.guard?.rows(target, inner)
  const value = sql`(select ${key.value} from ${tableOf(query, target.name)} ${sql.id(inner.alias)}
    where ${sql.ref(`${inner.alias}.id`)} = ${column.scalar(field, scope)}${visible === undefined ? sql`` : sql` and ${visible}`})`
  return { ...key, value: key.cast === 'text' ? sql`${value} collate "und-x-icu"` : value, nullable: true }
}
