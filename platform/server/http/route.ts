import type { Access } from '../access/role-access.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import type { Call, Visit } from './call.ts'

/** Where a description of the API is made: for one workspace and one role. */
export interface Described {
  readonly model: Model
  readonly access: Access
  /** The object that `{plural}` stands for, where the path has it. */
  readonly object: ObjectModel
}

/** An operation as OpenAPI shows it; schemas may point to `#/components/schemas/<object>`. */
export interface Operation {
  /** Where the path has `{action}`: its name here. */
  readonly action?: string
  readonly summary?: string
  readonly parameters?: readonly JsonObject[]
  /** Schema of a JSON body. */
  readonly body?: JsonObject
  /** Other content types of the body, with their schema. */
  readonly content?: Readonly<Record<string, JsonObject>>
  /** Status → schema of the JSON answer; null where there is no body. */
  readonly answers: Readonly<Record<string, JsonObject | null>>
  /** Content type of the answer where it is not JSON. */
  readonly type?: string
}

interface Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`: `/{plural}/{id}`. `{plural}` stands for each object, `{action}` for each of its actions. */
  readonly path: string
  /** Name of the operation: `list{plural}` → `listOpportunities`, `read{name}` → `readOpportunity`. */
  readonly id: string
  readonly tag: string
  readonly summary: string
  /** `raw` bodies are read by the handler itself. Default `json` for methods that have a body. */
  readonly reads?: 'json' | 'raw'
  /** Name of the object that it serves, where the path names none: who may not know that does not see the door. */
  readonly of?: string
  /** Which objects have it, for whom. */
  readonly has?: (object: ObjectModel, access: Access) => boolean
  /** One operation, or one for each action where the path has `{action}`. */
  readonly describe: (described: Described) => Operation | readonly Operation[]
}

/** One door of the API for whoever is signed in. The table of routes makes the server, and its description. */
export interface Route extends Door {
  readonly who?: 'administrator'
  /**
   * A POST that changes something without performing an action: its answer is kept under the Idempotency-Key.
   * `secret` answers are not kept; a repetition is refused.
   */
  readonly once?: 'kept' | 'secret'
  /** Gives what is answered: a text that is JSON already, a value, nothing for 204, or the reply once it was sent. */
  readonly handle: (call: Call) => Promise<unknown>
}

/** A door for strangers. */
export interface OpenRoute extends Door {
  readonly who: 'anyone'
  readonly handle: (visit: Visit) => Promise<unknown>
}

/** `/{plural}/{id}` → `/api/v1/:plural/:id` */
export const fastifyPath = (route: Pick<Door, 'path'>): string =>
  base + route.path.replaceAll(/\{(\w+)\}/g, ':$1')

export const base = '/api/v1'
