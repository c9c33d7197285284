import { createContext, useContext } from 'react'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'

export type Verb = 'create' | 'read' | 'update' | 'delete'
type Level = 'none' | 'own' | 'team' | 'all'

export interface ObjectAccess extends Record<Verb, Level> {
  readonly fields?: Readonly<Record<string, 'hidden' | 'read_only'>>
  readonly actions?: Readonly<Record<string, boolean>>
}

export interface Area {
  readonly name: string
  readonly label: string
  readonly icon: string
  readonly objects: readonly string[]
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly locale: string
  readonly teams: readonly string[]
  readonly administrator: boolean
}

/** What `GET /api/v1/workspace` answers. */
export interface WorkspaceAnswer {
  readonly workspace: {
    readonly slug: string
    readonly name: string
    readonly settings: Readonly<Record<string, Json>>
  }
  readonly workspaces: readonly { readonly slug: string; readonly name: string }[]
  readonly me: Person
  readonly modules: readonly Area[]
  readonly objects: readonly DeclaredObject[]
  readonly actions: readonly ActionDeclaration[]
  readonly access: Readonly<Record<string, ObjectAccess>>
  readonly version: string
}

/** The signed-in person's world: the model and what they may do with it. */
export interface Session extends Pick<
  WorkspaceAnswer,
  'workspace' | 'workspaces' | 'me' | 'modules' | 'version'
> {
  readonly model: Model
  may(object: ObjectModel, verb: Verb): boolean
  /** A declared action by its name, or `import`, `export`, `merge`, `bulk`. */
  mayPerform(object: ObjectModel | undefined, action: string): boolean
  /** Fields that this person may see, in the declared order. */
  fieldsOf(object: ObjectModel): readonly FieldModel[]
  mayChange(field: FieldModel): boolean
}

export const SessionContext = createContext<Session | null>(null)

/** @throws Error outside of the signed-in part of the app. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is used outside of a session.')
  return session
}

export const useModel = (): Model => useSession().model
