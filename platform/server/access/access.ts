import type { FilterJson } from '#platform/objects/json.ts'

export type Verb = 'create' | 'read' | 'update' | 'delete'
/** Nobody's · what I own (or made) · my teams' and below · everyone's. */
export type Level = 'none' | 'own' | 'team' | 'all'

export interface ObjectPermission extends Partial<Record<Verb, Level>> {
  readonly fields?: Readonly<Record<string, 'hidden' | 'read_only'>>
  /** By action name; what is not named follows `update`. Also `import`, `export`, `merge`, `bulk`. */
  readonly actions?: Readonly<Record<string, boolean>>
  /** Narrows what is read further, in the filter language. */
  readonly where?: FilterJson
}

/** What a role may do, stored as the `permissions` of a role record. */
export interface Permissions {
  /** May do everything, and change settings. */
  readonly administrator?: boolean
  /** For objects that are not named. */
  readonly default?: ObjectPermission
  readonly objects?: Readonly<Record<string, ObjectPermission>>
}
