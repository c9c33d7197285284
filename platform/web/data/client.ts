import type { ActionDeclaration, InputOf } from '#platform/objects/define-action.ts'
import type { Link, ObjectDeclaration, RecordOf } from '#platform/objects/define-object.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import { sender, type Connection, type RequestOptions, type Send } from './request.ts'

/** A declaration gives typed records; a model's object (customer-made ones too) gives records of any fields. */
export type Listed = { readonly plural: string }

/** A record as answered; known fields where the declaration is known. */
export type Answered<O extends Listed> =
  O extends ObjectDeclaration<string, infer Fields>
    ? string extends keyof Fields
      ? AnyRecord
      : RecordOf<O> & Extras
    : AnyRecord

export type AnyRecord = { readonly id: string; readonly version: number } & Extras &
  Readonly<Record<string, any>>
interface Extras {
  /** Single reads say what the reader may do with it. */
  readonly can?: { readonly update: boolean; readonly delete: boolean }
}

/** What may be written: values by field name, links as ids or as answered. */
export type Writable<O extends Listed> =
  O extends ObjectDeclaration<string, infer Fields>
    ? string extends keyof Fields
      ? Readonly<Record<string, unknown>>
      : { readonly [Name in keyof Fields]?: unknown } & Readonly<Record<string, unknown>>
    : Readonly<Record<string, unknown>>

export interface ListQuery {
  readonly where?: FilterJson
  /** `-amount,name` */
  readonly sort?: string
  readonly fields?: readonly string[]
  readonly limit?: number
  readonly cursor?: string
  readonly count?: 'exact' | 'estimate' | 'none'
  /** Words to find, as typed. */
  readonly q?: string
}

export interface Page<T> {
  readonly data: readonly T[]
  readonly page: {
    readonly next: string | null
    readonly count: number | null
    readonly countIs: 'exact' | 'estimate' | null
  }
}

/** What was done, and the id that undoes it. */
export interface Done<T> {
  readonly answer: T
  readonly change: string | null
}

export interface BoardQuery {
  readonly where?: FilterJson
  readonly group: string
  readonly sum?: string
  readonly fields?: readonly string[]
  readonly sort?: string
  /** Cards per column. */
  readonly limit?: number
}

export interface BoardColumn<T> {
  readonly key: string | null
  readonly title: string | null
  readonly count: number
  readonly sum: number | null
  readonly records: readonly T[]
}

/** On which records: one, some, or all that fit a filter. */
export interface Target {
  readonly id?: string
  readonly ids?: readonly string[]
  readonly where?: FilterJson
  readonly version?: number
}

type Options = Pick<RequestOptions, 'signal' | 'dryRun' | 'version' | 'idempotencyKey' | 'parameters'>

export interface Client {
  readonly request: Send
  list<O extends Listed>(object: O, query?: ListQuery, options?: Options): Promise<Page<Answered<O>>>
  read<O extends Listed>(
    object: O,
    id: string,
    fields?: readonly string[],
    options?: Options,
  ): Promise<Answered<O>>
  create<O extends Listed>(object: O, values: Writable<O>, options?: Options): Promise<Done<Answered<O>>>
  /** Sends the named fields only. With `version`, a record changed since then is not overwritten. */
  update<O extends Listed>(
    object: O,
    id: string,
    changes: Writable<O>,
    options?: Options,
  ): Promise<Done<Answered<O>>>
  remove(object: Listed, id: string, options?: Options): Promise<Done<null>>
  restore<O extends Listed>(object: O, id: string, options?: Options): Promise<Done<Answered<O>>>
  /** Performs a declared action; `object` null for one that concerns none. */
  perform<A extends ActionDeclaration>(
    object: Listed | null,
    action: A,
    target: Target,
    input: Partial<Record<keyof InputOf<A>, unknown>>,
    options?: Options,
  ): Promise<Done<any>>
  perform(
    object: Listed | null,
    action: string,
    target?: Target,
    input?: Readonly<Record<string, unknown>>,
    options?: Options,
  ): Promise<Done<any>>
  board<O extends Listed>(
    object: O,
    query: BoardQuery,
    options?: Options,
  ): Promise<readonly BoardColumn<Answered<O>>[]>
  duplicates(
    object: Listed,
    values: Readonly<Record<string, unknown>>,
    id?: string,
    options?: Options,
  ): Promise<readonly Duplicate[]>
  undo(change: string): Promise<Done<any>>
}

export interface Duplicate {
  readonly record: Link
  readonly rule: string
  readonly fields: readonly string[]
}

/**
 * The API as functions; types follow from the declarations, nothing is generated.
 *
 * @throws Problem for everything that is not a success, with one message per field where input was wrong.
 * @example
 * const { data } = await client.list(opportunity, { where: { owner: 'me' }, sort: '-amount' })
 * await client.update(opportunity, data[0].id, { next_step: 'Call' }, { version: data[0].version })
 */
export function createClient(connection: Connection = {}): Client {
  const request = sender(connection)
  const done = async <T>(reply: Promise<{ body: T; change: string | null }>): Promise<Done<T>> => {
    const { body, change } = await reply
    return { answer: body, change }
  }
  const once = (options: Options = {}): Options => ({ idempotencyKey: freshKey(), ...options })

  const client: Client = {
    request,
    async list(object, query = {}, options = {}) {
      const { where, fields, ...plain } = query
      const parameters = {
        ...plain,
        fields: fields?.join(','),
        where: where === undefined || Object.keys(where).length === 0 ? undefined : JSON.stringify(where),
      }
      // Long filters do not fit into an address everywhere.
      if ((parameters.where?.length ?? 0) + (parameters.fields?.length ?? 0) > 1500) {
        return (await request('POST', `/${object.plural}/query`, { body: { ...query, fields }, ...options }))
          .body
      }
      return (await request('GET', `/${object.plural}`, { parameters, ...options })).body
    },
    async read(object, id, fields, options = {}) {
      return (
        await request('GET', one(object, id), { parameters: { fields: fields?.join(',') }, ...options })
      ).body
    },
    create: (object, values, options) =>
      done(request('POST', `/${object.plural}`, { body: values, ...once(options) })),
    update: (object, id, changes, options) =>
      done(request('PATCH', one(object, id), { body: changes, ...options })),
    remove: (object, id, options) => done(request('DELETE', one(object, id), { ...options })),
    restore: (object, id, options) =>
      done(request('POST', `${one(object, id)}/restore`, { body: {}, ...once(options) })),
    perform(
      object: Listed | null,
      action: ActionDeclaration | string,
      target: Target = {},
      input: object = {},
      options?: Options,
    ) {
      const { id, version, ...selection } = target
      const name = typeof action === 'string' ? action : action.name
      const path =
        object === null
          ? `/actions/${name}`
          : `${id === undefined ? `/${object.plural}` : one(object, id)}/${name}`
      const guard = version === undefined ? {} : { version }
      return done(request('POST', path, { body: { ...selection, ...input }, ...guard, ...once(options) }))
    },
    async board(object, query, options = {}) {
      return (await request('POST', `/${object.plural}/board`, { body: query, ...options })).body.columns
    },
    async duplicates(object, values, id, options = {}) {
      return (
        await request('POST', `/${object.plural}/duplicates`, {
          body: { values, ...(id === undefined ? {} : { id }) },
          ...options,
        })
      ).body.data
    },
    undo: (change) =>
      done(request('POST', `/changes/${encodeURIComponent(change)}/undo`, { body: {}, ...once() })),
  }
  return client
}

/** The client of the page: same host, the session's cookie. */
export const client: Client = createClient()

const one = (object: Listed, id: string): string => `/${object.plural}/${encodeURIComponent(id)}`

/** Not `randomUUID`: browsers give that on https only. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
