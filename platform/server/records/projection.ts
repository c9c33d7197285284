import { sql, type RawBuilder } from 'kysely'
import { renamedSentence } from '#platform/objects/former-name.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { Query, Scope } from './scope.ts'
import { tableOf } from './table.ts'

/** Fields asked for, as a tree: `company.name` is `company` with `name` below. */
export type FieldTree = Map<string, FieldTree>

/** `['name', 'company.industry']` → tree. All visible fields when nothing is named. */
export function fieldTree(
  query: Query,
  object: ObjectModel,
  paths: readonly string[] | undefined,
): FieldTree {
  const tree: FieldTree = new Map()
  if (paths === undefined) {
    for (const field of object.fields.values())
      if (readable(query, object, field.name)) tree.set(field.name, new Map())
    return tree
  }
  for (const path of ['id', 'version', ...paths]) place(query, object, tree, path.split('.'), path)
  return tree
}

function place(
  query: Query,
  object: ObjectModel,
  tree: FieldTree,
  steps: readonly string[],
  path: string,
): void {
  const [name = '', ...rest] = steps
  const child = object.children.get(name)
  const field = object.fields.get(name)
  if (child !== undefined && rest.length === 1 && rest[0] === 'count') {
    tree.set(name, new Map([['count', new Map()]]))
    return
  }
  if (field === undefined || !readable(query, object, name)) throw unknownField(object, path, query)
  const below = tree.get(name) ?? new Map()
  tree.set(name, below)
  if (rest.length === 0) return
  if (field.relation === undefined || field.relation.many) throw unknownField(object, path)
  place(query, query.model.object(field.relation.to), below, rest, path)
}

export function unknownField(object: ObjectModel, path: string, query?: Query): Error {
  const renamed =
    query && renamedSentence(object, path.split('.')[0]!, (field) => readable(query, object, field))
  const message = renamed ?? `${object.label} has no field “${path}”.`
  return malformed(message, [{ field: path, code: 'unknown_field', message }])
}

export function readable(query: Query, object: ObjectModel, field: string): boolean {
  return query.guard?.field(object.name, field) !== false
}

/** `select` list giving the JSON of a record, one column per field. */
export function projection(scope: Scope, tree: FieldTree): RawBuilder<unknown> {
  const parts = [...tree].map(([name, below]) => {
    const field = scope.object.fields.get(name)
    const value = field === undefined ? countOf(scope, name) : valueOf(scope, field, below)
    return sql`${value} as ${sql.id(name)}`
  })
  return sql.join(parts)
}

function valueOf(scope: Scope, field: FieldModel, below: FieldTree): RawBuilder<unknown> {
  const column = scope.query.column(field)
  if (below.size === 0 || field.relation === undefined) return column.read(field, scope)
  const { query } = scope
  const target = query.model.object(field.relation.to)
  const inner: Scope = { query, object: target, alias: query.alias() }
  const title: FieldTree = new Map([['id', new Map()], ...below])
  const visible = query.guard?.rows(target, inner)
  const named = readable(query, target, target.title.name)
    ? sql`${query.column(target.title).scalar(target.title, inner)}::text`
    : sql`null::text`
  return sql`(select row_to_json(${sql.id(`${inner.alias}r`)}) from (select ${projection(inner, title)}, ${named} as title
    from ${tableOf(query, target.name)} ${sql.id(inner.alias)}
    where ${sql.ref(`${inner.alias}.id`)} = ${column.scalar(field, scope)}${visible === undefined ? sql`` : sql` and ${visible}`}) ${sql.id(`${inner.alias}r`)})`
}

/** `opportunities.count`: how many children that the reader may see. */
function countOf(scope: Scope, name: string): RawBuilder<unknown> {
  const { query } = scope
  const child = scope.object.children.get(name)!
  const inner: Scope = { query, object: query.model.object(child.object), alias: query.alias() }
  const field = inner.object.fields.get(child.field)!
  const visible = query.guard?.rows(inner.object, inner)
  const joined =
    field.relation?.many === true
      ? sql`exists (select 1 from ${tableOf(query, query.column(field).linkTable!(field).name)} l where l.record = ${sql.ref(`${inner.alias}.id`)} and l.target = ${sql.ref(`${scope.alias}.id`)})`
      : sql`${query.column(field).scalar(field, inner)} = ${sql.ref(`${scope.alias}.id`)}`
  return sql`(select json_build_object('count', count(*)) from ${tableOf(query, child.object)} ${sql.id(inner.alias)}
    where ${joined} and ${sql.ref(`${inner.alias}.deleted_at`)} is null${visible === undefined ? sql`` : sql` and ${visible}`})`
}

/** `select` list giving the stored values of a record (links as ids), for rules, log and undo. */
export function storedProjection(scope: Scope, fields: Iterable<FieldModel>): RawBuilder<unknown> {
  const parts = [...fields].map((field) => {
    const column = scope.query.column(field)
    return sql`${(column.stored ?? column.read)(field, scope)} as ${sql.id(field.name)}`
  })
  return sql.join(parts)
}

/** The fields whose values are written, not computed. */
export function storedFields(object: ObjectModel): FieldModel[] {
  return [...object.fields.values()].filter((field) => field.kind.computed !== true && !isGenerated(field))
}

function isGenerated(field: FieldModel): boolean {
  return field.options['generated'] !== undefined
}
