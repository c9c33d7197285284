import { sql, type RawBuilder } from 'kysely'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { filterToSql } from '../records/filter-sql.ts'
import type { Guard, Scope } from '../records/scope.ts'
import { tableOf } from '../records/table.ts'
import type { Level, ObjectPermission, Permissions, Verb } from './access.ts'

/** What one actor may do. Asked by the engine at every read and write; nothing else decides. */
export interface Access {
  readonly administrator: boolean
  level(object: ObjectModel, verb: Verb): Level
  field(object: string, field: string): 'hidden' | 'read_only' | undefined
  /** Whether a named action (or `import`, `export`, `merge`, `bulk`) may be performed on the object. */
  action(object: ObjectModel | undefined, action: string): boolean
  /** The role's own filter on what is read. */
  where(object: string): ObjectPermission['where']
}

/** Access of a role. A setup object is read by all and changed by none unless the role names it. */
export function roleAccess(permissions: Permissions): Access {
  if (permissions.administrator === true) return fullAccess
  const named = (object: string): ObjectPermission => permissions.objects?.[object] ?? {}
  return {
    administrator: false,
    level(object, verb) {
      const said = named(object.name)[verb]
      if (said !== undefined) return said
      if (object.setup) return verb === 'read' ? 'all' : 'none'
      return permissions.default?.[verb] ?? 'none'
    },
    field: (object, field) => named(object).fields?.[field] ?? permissions.default?.fields?.[field],
    action(object, action) {
      if (object === undefined) return permissions.default?.actions?.[action] ?? false
      const said = named(object.name).actions?.[action] ?? permissions.default?.actions?.[action]
      if (said !== undefined) return said
      const verb: Verb = action === 'import' ? 'create' : action === 'export' ? 'read' : 'update'
      return this.level(object, verb) !== 'none'
    },
    where: (object) => named(object).where,
  }
}

/** May do everything: administrators, rules acting for the system, the command line. */
export const fullAccess: Access = {
  administrator: true,
  level: () => 'all',
  field: () => undefined,
  action: () => true,
  where: () => undefined,
}

interface Asker {
  readonly id: string | null
  readonly teams: readonly string[]
  readonly access: Access
}

/** What limits questions of this actor, for one verb (a write must also be allowed by its own verb). */
export function guardFor(asker: Asker, verb: Exclude<Verb, 'create'> = 'read'): Guard | undefined {
  const { access } = asker
  if (access.administrator) return undefined
  return {
    rows: (object, scope) => rowsOf(asker, object, scope, verb),
    field: (object, field) => access.field(object, field) !== 'hidden',
  }
}

function rowsOf(
  asker: Asker,
  object: ObjectModel,
  scope: Scope,
  verb: Verb,
): RawBuilder<boolean> | undefined {
  const level = asker.access.level(object, verb)
  const where = asker.access.where(object.name)
  const parts = [
    ...(level === 'all' ? [] : [levelSql(asker, object, scope, level)]),
    ...(where === undefined ? [] : [ruleSql(object, scope, where)]),
  ]
  return parts.length === 0 ? undefined : sql<boolean>`(${sql.join(parts, sql` and `)})`
}

function levelSql(asker: Asker, object: ObjectModel, scope: Scope, level: Level): RawBuilder<boolean> {
  const responsible = sql.ref(`${scope.alias}.${responsibleField(object)}`)
  if (level === 'none' || asker.id === null) return sql<boolean>`false`
  if (level === 'own') return sql<boolean>`${responsible} = ${asker.id}::uuid`
  const teams = sql`${asker.teams}::uuid[]`
  const colleagues = sql`select id from ${tableOf(scope.query, 'user')} where team = any(${teams})`
  const ofTeam = object.owned ? sql` or ${sql.ref(`${scope.alias}.team`)} = any(${teams})` : sql``
  return sql<boolean>`(${responsible} = ${asker.id}::uuid or ${responsible} in (${colleagues})${ofTeam})`
}

/** The rule itself is compiled without a guard: it may look at what the person may not. */
function ruleSql(
  object: ObjectModel,
  scope: Scope,
  where: NonNullable<ObjectPermission['where']>,
): RawBuilder<boolean> {
  const open: Scope = { ...scope, query: { ...scope.query, guard: undefined } }
  return filterToSql(parseFilter(scope.query.model, object.name, where), open)
}

/** Who is responsible for a record: its owner, else who made it. */
export function responsibleField(object: ObjectModel): 'owner' | 'created_by' {
  return object.owned ? 'owner' : 'created_by'
}

/** What the browser needs to know of an actor's access, by object. */
export function describeAccess(access: Access, model: Model): Record<string, ObjectPermission> {
  const verbs = ['create', 'read', 'update', 'delete'] as const
  return Object.fromEntries(
    [...model.objects.values()].map((object) => {
      const fields = [...object.fields.keys()].flatMap((name) => {
        const said = access.field(object.name, name)
        return said === undefined ? [] : [[name, said] as const]
      })
      const actions = [...object.actions.keys(), 'import', 'export', 'merge', 'bulk']
      return [
        object.name,
        {
          ...Object.fromEntries(verbs.map((verb) => [verb, access.level(object, verb)])),
          fields: Object.fromEntries(fields),
          actions: Object.fromEntries(actions.map((name) => [name, access.action(object, name)])),
        },
      ]
    }),
  )
}
