import type { ActionDeclaration } from './define-action.ts'
import type { ObjectDeclaration } from './define-object.ts'

/** What an area of the business brings: shown as one area of the navigation. */
export interface ModuleDeclaration {
  readonly name: string
  readonly label: string
  readonly icon: string
  readonly objects: readonly ObjectDeclaration[]
  readonly actions: readonly ActionDeclaration[]
}

/** Registers an area's objects and actions; see `modules/sales/objects/module.ts` for an example. */
export function defineModule(module: ModuleDeclaration): ModuleDeclaration {
  return module
}
