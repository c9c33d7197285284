import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { JsonObject, FilterJson } from '#platform/objects/json.ts'
import type { Model } from '#platform/objects/model.ts'
import type { Access } from './access/role-access.ts'
import type { Rule } from './modules/server-module.ts'

export interface WorkspaceSettings {
  /** ISO 4217 code in which sums are shown. */
  readonly currency: string
  /** IANA zone of the company. */
  readonly zone: string
  readonly locale: string
  /** ISO 3166 code, to read phone numbers written without one. */
  readonly country: string
  readonly fiscal_start: number
  readonly week_start: number
}

/** One company's world: a schema of its own, with a model of its own. */
export interface Workspace {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** `ws_<slug>` */
  readonly schema: string
  readonly settings: WorkspaceSettings
  /** As of now; customer-made objects and fields may replace it at any time. */
  readonly model: Model
}

/** Through what a change came. */
export type Source = 'screen' | 'api' | 'import' | 'automation' | 'command' | 'demo' | 'system'

export interface Actor {
  readonly kind: 'person' | 'key' | 'system'
  /** Id of the user record; null for the system. A key acts for the person who made it. */
  readonly id: string | null
  readonly name: string
  /** Id of the API key, when one is used. */
  readonly key?: string
  readonly zone: string
  readonly locale: string
  readonly teams: readonly string[]
  readonly access: Access
}

export type Values = Readonly<Record<string, any>>
/** A record as the API answers it. */
export type Answer = { readonly id: string; readonly version: number } & Readonly<Record<string, any>>

/** What every action, rule and question gets. Nothing is global. */
export interface Context {
  readonly workspace: Workspace
  readonly model: Model
  readonly actor: Actor
  readonly source: Source
  /** Inside the transaction of the action, or the pool for a question. Tables are qualified with `workspace.schema`. */
  readonly db: Kysely<any>
  readonly now: Date
  /** Groups everything that one action does: the unit of undo. */
  readonly change: string
  readonly logger: Logger
  /** The rules of each object, in the order in which modules registered them. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
  /** What this change has looked up already: setup records, exchange rates. */
  readonly memo: Map<string, unknown>
  /** Under the actor's access, with rules and log, like everything from outside. */
  create(object: string, values: JsonObject): Promise<Answer>
  update(object: string, id: string, changes: JsonObject): Promise<Answer>
  remove(object: string, id: string): Promise<void>
  /**
   * From a rule: a record written together with the one being written, in one batch for all of them, as the
   * system (a history row, say).
   */
  alongside(object: string, values: JsonObject): void
  /** @throws Problem 404 */
  read(object: string, id: string, fields?: readonly string[]): Promise<Answer>
  find(
    object: string,
    where: FilterJson,
    options?: { fields?: readonly string[]; sort?: string; limit?: number },
  ): Promise<readonly Answer[]>
  /** The same context without the actor's limits: for rules that must see what the person may not. */
  asSystem(): Context
}
