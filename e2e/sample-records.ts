import { randomUUID } from 'node:crypto'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { fullAccess } from '#platform/server/access/role-access.ts'
import type { Actor } from '#platform/server/context.ts'
import type { TestApp } from '#platform/server/testing/test-app.ts'

/** Makes valid records of any declared object: what it needs is read off its declaration. */
export interface SampleMaker {
  values(object: ObjectModel): Promise<JsonObject>
  /** A new record that belongs to this person. */
  record(object: ObjectModel, owner: Actor): Promise<string>
  /** Something that may be changed on any record of the object. */
  change(object: ObjectModel): JsonObject
}

export function sampleMaker(test: TestApp): SampleMaker {
  const shared = new Map<string, Promise<string>>()
  /** Fields that rules want though the declaration does not: learnt from what they say. */
  const wanted = new Map<string, Set<string>>()
  // As the system, which also writes what no form does; the record is its owner's nevertheless.
  const make = async (object: ObjectModel, owner: Actor, tries = 5): Promise<string> => {
    const actor: Actor = { ...owner, kind: 'system', access: fullAccess }
    try {
      return (
        await test.perform(actor, object.name, 'create', {
          values: await values(object, true),
          duplicates: 'allow',
        })
      ).id
    } catch (error) {
      if (tries === 0 || !learn(object, error)) throw error
      return make(object, owner, tries - 1)
    }
  }
  const learn = (object: ObjectModel, error: unknown): boolean => {
    const known = wanted.get(object.name) ?? new Set(always[object.name])
    const before = known.size
    const missing =
      error instanceof Problem ? error.errors.filter(({ field }) => object.fields.has(field)) : []
    for (const { field } of missing) known.add(field)
    wanted.set(object.name, known)
    return known.size > before
  }
  const target = (name: string): Promise<string> => {
    const known = shared.get(name) ?? found(name)
    shared.set(name, known)
    return known
  }
  // What a workspace begins with fits together (a stage in its pipeline); a sample of our own may not.
  const found = async (name: string): Promise<string> => {
    const [first] = await test.as(test.system).find(name, {}, { fields: [], sort: 'created_at', limit: 1 })
    return first?.id ?? make(test.workspace.model.object(name), test.system)
  }

  const wants = (object: ObjectModel, field: string) =>
    (wanted.get(object.name) ?? new Set(always[object.name])).has(field)
  const values = async (object: ObjectModel, asSystem = false): Promise<JsonObject> => {
    const given: Record<string, Json> = {}
    for (const field of object.fields.values()) {
      const isWanted = needed(field, object) || wants(object, field.name)
      if (!isWanted || (field.options.read_only === true && !asSystem)) continue
      given[field.name] = field.relation === undefined ? valueOf(field) : await linkTo(field)
    }
    return given
  }
  const linkTo = async (field: FieldModel): Promise<Json> => {
    const id = await target(field.relation!.to)
    return field.relation!.many ? [id] : id
  }
  return {
    values: (object) => values(object),
    record: make,
    change(object) {
      const { title } = object
      const isFree =
        title.kind.computed !== true && title.options.read_only !== true && title.kind.family === 'text'
      return isFree ? { [title.name]: valueOf(title) } : {}
    },
  }
}

/** Whether nobody but rules can make such a record: something that it needs cannot be written from outside. */
export const isMadeByRules = (object: ObjectModel): boolean =>
  [...object.fields.values()].some((field) => needed(field, object) && field.options.read_only === true)

function needed(field: FieldModel, object: ObjectModel): boolean {
  if (field.standard || field.kind.computed === true || field.options['generated'] !== undefined) return false
  return field.options.default === undefined && (field.options.required === true || field === object.title)
}

/** Fields of which a rule says nothing that could be learnt. */
const always: Readonly<Record<string, readonly string[]>> = {
  opportunity: ['stage'],
  relationship: ['company', 'other_person'],
}

function valueOf(field: FieldModel): Json {
  const { kind, options } = field
  const choices = options['choices'] as readonly (string | { readonly value: string })[] | undefined
  const first = choices?.[0]
  if (first !== undefined) return typeof first === 'string' ? first : first.value
  const byKind = samples[kind.name]
  if (byKind !== undefined) return byKind()
  if (kind.family === 'number') return 1
  if (kind.family === 'boolean') return true
  // Letters only: a code of three is a text, too.
  return letters(Math.min(Number(options['max'] ?? 20), 20))
}

const letters = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(65 + Math.floor(Math.random() * 26))).join('')

const samples: Readonly<Record<string, () => Json>> = {
  email: () => `${randomUUID()}@example.com`,
  emails: () => [`${randomUUID()}@example.com`],
  phone: () => '+49 30 901820',
  url: () => `https://${randomUUID()}.example.com`,
  date: () => '2026-11-22',
  datetime: () => '2026-11-22T10:00:00Z',
  money: () => ({ amount: 100, currency: 'EUR' }),
  currency: () => 'EUR',
  json: () => ({}),
}
