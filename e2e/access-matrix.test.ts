import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '#apps/modules.ts'
import { buildModel } from '#platform/objects/build-model.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Level, ObjectPermission, Verb } from '#platform/server/access/access.ts'
import type { Actor } from '#platform/server/context.ts'
import { createKey } from '#platform/server/identity/api-keys.ts'
import { aTestServer, type Door, type TestServer } from '#platform/server/testing/test-server.ts'
import { isMadeByRules, sampleMaker, type SampleMaker } from './sample-records.ts'

const model = buildModel(
  modules.flatMap(({ module }) =>
    module.objects.map((declaration) => ({ module: module.name, declaration })),
  ),
  modules.flatMap(({ module }) => module.actions),
)
const objects = [...model.objects.values()]
const levels: readonly Level[] = ['none', 'own', 'team', 'all']
const who = ['person', 'key'] as const

/** Whose record it is, and from which level on it may be touched. */
const owners = [
  ['mine', new Set<Level>(['own', 'team', 'all'])],
  ['of a colleague', new Set<Level>(['team', 'all'])],
  ['of another team', new Set<Level>(['all'])],
] as const

let it: TestServer
let make: SampleMaker
let team: string
let colleague: Actor
let stranger: Actor

beforeAll(async () => {
  it = await aTestServer(modules, { requestsPerMinute: 1_000_000 })
  make = sampleMaker(it.test)
  for (const module of modules) await module.begin?.(it.test.as(it.test.system))
  team = (await it.test.perform(it.test.system, 'team', 'create', { values: { name: 'Team A' } })).id
  const other = (await it.test.perform(it.test.system, 'team', 'create', { values: { name: 'Team B' } })).id
  colleague = await it.test.person('Colleague', undefined, { team })
  stranger = await it.test.person('Stranger', undefined, { team: other })
})
afterAll(() => it.close())

const everything: ObjectPermission = { create: 'all', read: 'all', update: 'all', delete: 'all' }

/** Somebody who may do everything with everything, but one verb only so far. */
async function limited(
  kind: (typeof who)[number],
  verb: Verb,
  level: Level,
): Promise<{ actor: Actor; door: Door }> {
  const permissions = {
    objects: Object.fromEntries(objects.map(({ name }) => [name, { ...everything, [verb]: level }])),
  }
  const { actor, door } = await it.person(`${kind} ${verb} ${level}`, permissions, { team })
  if (kind === 'person') return { actor, door }
  const role = (await it.test.as(it.test.system).read('user', actor.id!, ['role']))['role'].id
  const { key } = await createKey(it.test.app, it.test.workspace, actor, { name: `${verb} ${level}`, role })
  return {
    actor,
    door: (method, path, sent) =>
      it.stranger(method, path, { ...sent, headers: { ...sent?.headers, authorization: `Bearer ${key}` } }),
  }
}

describe.each(who)('a %s', (kind) => {
  describe.each(levels)('who may do things as far as %s', (level) => {
    test('reads just these records, wherever they are asked for', async () => {
      const { actor, door } = await limited(kind, 'read', level)
      for (const object of objects) {
        const at = `/api/v1/${object.plural}`
        const records = await each(object, actor)
        const visible = records.filter(({ from }) => from.has(level)).map(({ id }) => id)
        const all = records.map(({ id }) => id)
        const where = JSON.stringify({ id: all })
        for (const { id, from } of records) {
          for (const path of [`${at}/${id}`, `${at}/${id}/history`]) {
            expect([path, (await door('GET', path)).status]).toEqual([path, from.has(level) ? 200 : 404])
          }
        }
        const list = await door('GET', `${at}?where=${encodeURIComponent(where)}`)
        if (level === 'none' && list.status === 404) continue
        expect([object.name, ids(list)]).toEqual([object.name, visible.toSorted()])
        expect(list.body.page.count).toBe(visible.length)
        expect(ids(await door('POST', `${at}/query`, { body: { where: { id: all } } }))).toEqual(
          visible.toSorted(),
        )
        const report = await door('POST', '/api/v1/reports/run', {
          body: { object: object.name, where: { id: all } },
        })
        expect([object.name, report.body.totals[0]]).toEqual([object.name, visible.length])
        const rows = (await door('GET', `${at}/export?fields=id&where=${encodeURIComponent(where)}`)).text
        expect(all.filter((id) => rows.includes(id)).toSorted()).toEqual(visible.toSorted())
      }
    })

    test.each(['update', 'delete'] as const)('%ss just these records', async (verb) => {
      const { actor, door } = await limited(kind, verb, level)
      for (const object of objects) {
        for (const { id, from, whose } of await each(object, actor)) {
          const path = `/api/v1/${object.plural}/${id}`
          const may = from.has(level) && !object.appendOnly
          const { can } = (await door('GET', path)).body
          expect([object.name, whose, can[verb]]).toEqual([object.name, whose, may])
          const change = make.change(object)
          if (verb === 'update' && object.appendOnly && Object.keys(change).length === 0) continue
          const done =
            verb === 'update' ? await door('PATCH', path, { body: change }) : await door('DELETE', path)
          // A rule of its area may say no as well; access is what is asked for here.
          const isRefused = [403, 404, ...(object.appendOnly ? [422] : [])].includes(done.status)
          const said = [object.name, whose, !isRefused, done.status >= 500]
          expect(said, done.text).toEqual([object.name, whose, may, false])
        }
      }
    })

    test('creates records, or none', async () => {
      const { door } = await limited(kind, 'create', level)
      for (const object of objects.filter((one) => !isMadeByRules(one) && one.name !== 'file')) {
        // What rules want beyond the declaration is learnt by making one.
        await make.record(object, colleague)
        const made = await door('POST', `/api/v1/${object.plural}?duplicates=allow`, {
          body: await make.values(object),
        })
        expect([object.name, made.status], made.text).toEqual([object.name, level === 'none' ? 403 : 201])
      }
    })
  })
})

async function each(object: ObjectModel, me: Actor) {
  const actors = [me, colleague, stranger]
  const made: { id: string; whose: string; from: ReadonlySet<Level> }[] = []
  for (const [at, [whose, from]] of owners.entries())
    made.push({ id: await make.record(object, actors[at]!), whose, from })
  return made
}

const ids = ({ body }: { body: any }): string[] => body.data.map((row: { id: string }) => row.id).toSorted()
describe('a hidden field', () => {
  test('does not make its record found by the search, nor stand in a hit', async () => {
    const searched = objects.flatMap((object) =>
      [...object.fields.values()].filter(
        (field) =>
          field.options.searchable === true &&
          field !== object.title &&
          !field.standard &&
          (field.kind.name === 'text' || field.kind.name === 'email'),
      ),
    )
    expect(searched.length).toBeGreaterThan(0)
    const permissions = {
      objects: Object.fromEntries(
        objects.map(({ name }) => [
          name,
          {
            ...everything,
            fields: Object.fromEntries(
              searched
                .filter((field) => field.object === name)
                .map((field) => [field.name, 'hidden' as const]),
            ),
          },
        ]),
      ),
    }
    const { door } = await it.person('Blinkered searcher', permissions)
    const { door: open } = await it.key()
    for (const field of searched) {
      const word = `zq${field.object.replaceAll('_', '')}${field.name.replaceAll('_', '')}`
      const id = await make.record(model.object(field.object), stranger)
      await it.test.perform(it.test.system, field.object, 'update', {
        id,
        values: { [field.name]: field.kind.name === 'email' ? `${word}@example.com` : `${word}.example` },
      })
      await it.test.app.reacting.settle(it.test.workspace)
      const about = `${field.object}.${field.name}`
      expect([about, (await open('GET', `/api/v1/search?q=${word}`)).body.data.length > 0]).toEqual([
        about,
        field.object === 'user' || !model.object(field.object).setup,
      ])
      // A title that is made of the field shows it, by decision of whoever declared or hid it.
      const { title } = model.object(field.object)
      const shown = JSON.stringify(
        (await it.test.as(it.test.system).read(field.object, id, [title.name]))[title.name],
      )
      if (shown.includes(word)) continue
      for (const path of [`/search?q=${word}`, `/${model.object(field.object).plural}?q=${word}`]) {
        expect([about, path, (await door('GET', `/api/v1${path}`)).body.data]).toEqual([about, path, []])
      }
    }
  })

  test('is nowhere: not in answers, lists, filters, sorting, reports, history, export, messages, nor the description', async () => {
    const shown = (object: ObjectModel) =>
      new Set([
        object.title.name,
        ...[...object.fields.values()].filter((field) => field.standard).map((field) => field.name),
      ])
    const hidden = new Map(
      objects.map((object) => [
        object.name,
        [...object.fields.keys()].filter((name) => !shown(object).has(name)),
      ]),
    )
    const permissions = {
      objects: Object.fromEntries(
        objects.map(({ name }) => [
          name,
          {
            ...everything,
            fields: Object.fromEntries(hidden.get(name)!.map((field) => [field, 'hidden' as const])),
          },
        ]),
      ),
    }
    const { door } = await it.person('Blinkered', permissions)
    const api = (await door('GET', '/api/v1/openapi.json')).body
    for (const object of objects) {
      const names = hidden.get(object.name)!
      const id = await make.record(object, stranger)
      const at = `/api/v1/${object.plural}`
      const [read, listed, history] = [
        await door('GET', `${at}/${id}`),
        await door('GET', `${at}?limit=1&id=${id}`),
        await door('GET', `${at}/${id}/history`),
      ]
      const told = [
        read.body,
        listed.body.data[0],
        ...history.body.data.map((entry: { changes: object }) => entry.changes),
      ].map((one) => Object.keys(one))
      const header = (await door('GET', `${at}/export?id=${id}`)).text.split('\r\n')[0]!.split(',')
      const schemas = Object.entries(api.components.schemas).filter(
        ([name]) => name.toLowerCase().replace(/write$/, '') === object.name.replaceAll('_', ''),
      )
      expect(schemas.length, object.name).toBeGreaterThan(0)
      /** Status and sentence of every way to ask for a field. */
      const ask = async (name: string): Promise<string[]> => {
        const answers = [
          await door('GET', `${at}?fields=${name}`),
          await door('GET', `${at}?sort=${name}`),
          await door('GET', `${at}?where=${encodeURIComponent(JSON.stringify({ [name]: { empty: true } }))}`),
          await door('GET', `${at}?${name}=1`),
          await door('POST', '/api/v1/reports/run', {
            body: { object: object.name, group: [{ field: name }] },
          }),
          await door('POST', '/api/v1/reports/run', {
            body: { object: object.name, measures: [{ fn: 'max', field: name }] },
          }),
          await door('POST', `${at}/board`, { body: { group: name } }),
          await door('PATCH', `${at}/${id}`, { body: { [name]: 'x' } }),
          await door('POST', `${at}/duplicates`, { body: { values: { [name]: 'x' } } }),
          await door('PUT', `${at}/by/${name}/x`, { body: {} }),
        ]
        return answers.map(({ status, body }) => {
          const said = JSON.stringify([body.detail, body.errors, body.data])
          for (const [, meant] of said.matchAll(/did you mean “([a-z_]+)”/g))
            expect(names).not.toContain(meant)
          for (const [, known] of said.matchAll(/known: ([a-z_, ]+)/g))
            for (const one of known!.split(', ')) expect(names).not.toContain(one)
          return `${status} ${said.replaceAll(/; (did you mean|known:)[^"]*/g, '')}`
        })
      }
      const unknown = await ask('qqqq')
      for (const name of names) {
        const about = `${object.name}.${name}`
        for (const names of told) expect(names, about).not.toContain(name)
        expect(header, about).not.toContain(name)
        for (const [, schema] of schemas)
          expect(Object.keys((schema as { properties: object }).properties), about).not.toContain(name)
        const answered = await ask(name)
        for (const [nth, said] of answered.entries())
          expect([about, nth, said], about).toEqual([about, nth, unknown[nth]!.replaceAll('qqqq', name)])
      }
    }
  })
})
