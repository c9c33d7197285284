export type Verb = 'read' | 'create' | 'update' | 'delete'
export type Level = 'none' | 'own' | 'team' | 'all'

/** As a role record keeps it. */
export interface ObjectPermission extends Partial<Record<Verb, Level>> {
  readonly fields?: Readonly<Record<string, 'hidden' | 'read_only'>>
  readonly actions?: Readonly<Record<string, boolean>>
}

export interface Permissions {
  readonly administrator?: boolean
  readonly default?: ObjectPermission
  readonly objects?: Readonly<Record<string, ObjectPermission>>
}

export const verbs: readonly { readonly verb: Verb; readonly label: string }[] = [
  { verb: 'read', label: 'See' },
  { verb: 'create', label: 'Create' },
  { verb: 'update', label: 'Change' },
  { verb: 'delete', label: 'Delete' },
]

export const levels: readonly { readonly level: Level; readonly label: string }[] = [
  { level: 'none', label: 'None' },
  { level: 'own', label: 'Own' },
  { level: 'team', label: 'Team' },
  { level: 'all', label: 'All' },
]

/** Changes what is named of one object; what becomes empty is left out, so that the default holds again. */
export function withObject(permissions: Permissions, object: string, change: ObjectPermission): Permissions {
  const next = clean({ ...permissions.objects?.[object], ...change })
  const { [object]: _before, ...others } = permissions.objects ?? {}
  return { ...permissions, objects: Object.keys(next).length === 0 ? others : { ...others, [object]: next } }
}

export function withDefault(permissions: Permissions, change: ObjectPermission): Permissions {
  return { ...permissions, default: clean({ ...permissions.default, ...change }) }
}

function clean(permission: ObjectPermission): ObjectPermission {
  const kept = Object.entries(permission).filter(
    ([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return Object.fromEntries(kept) as ObjectPermission
}
