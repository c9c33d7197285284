import { sameAs } from '#platform/server/records/same-as.ts'
import fc from 'fast-check'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel, Model } from '#platform/objects/model.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { writeLinks } from '#platform/server/records/link-tables.ts'
import { filterToSql } from '#platform/server/records/filter-sql.ts'
import { columnOf, queryFor, scopeOf } from '#platform/server/records/query.ts'
import { columnsOf, columnValues, rowSet } from '#platform/server/records/row-set.ts'
import type { Scope } from '#platform/server/records/scope.ts'
import { tableOf } from '#platform/server/records/table.ts'
import { aWorkspace, declared, people, type TestWorkspace } from '#platform/server/testing/workspace.ts'
import { answered, context, fieldOf, keptValues, sampledKinds } from './contract-field.ts'
import { another, someone } from './contract-ids.ts'
import { Unfit } from './kind.ts'

const all = await sampledKinds()
const noObjects = { objects: new Map() } as unknown as Model
const isUniqueAllowed = (declaration: FieldDeclaration): boolean => {
  const field = fieldOf({ ...declaration, unique: true })
  return (field.kind.check?.(field, noObjects) ?? []).length === 0
}

/** One object per kind, with the kind as an indexed field and, where it can be, as a unique one. */
const objects: ObjectDeclaration[] = all.map(([name, , { declaration }]) => ({
  name: `sample_${name}`,
  plural: `sample_${name}s`,
  title: 'name',
  fields: {
    name: { kind: 'text' },
    value: { ...declaration, unique: false, indexed: true, searchable: true, inverse: null },
    ...(isUniqueAllowed(declaration) ? { single: { ...declaration, unique: true, inverse: null } } : {}),
  },
}))
const target = (name: string): ObjectDeclaration => ({
  name,
  plural: `${name}s`,
  title: 'name',
  fields: { name: { kind: 'text' } },
})

/** As long as kinds allow and hard to compress, for what an index entry can hold. */
const letters = fc.integer({ min: 0x20000, max: 0x2a6df }).map((code) => String.fromCodePoint(code))
const longTexts = fc.oneof(
  fc.string({ unit: letters, minLength: 120, maxLength: 127 }),
  fc
    .string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
      minLength: 1900,
      maxLength: 1980,
    })
    .map((path) => `example.com/${path}`),
  fc
    .tuple(fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: letters, maxLength: 50 }))
    .map(([a, b]) => `${a}@${b}.com`),
  fc.string({ unit: letters, maxLength: 90 }).map((city) => ({ city, postal_code: city, street: city })),
)

const figure = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -200, max: 200, noNaN: true }),
  fc.integer(),
)
const figures = fc.oneof(
  figure,
  figure.map((amount) => ({ amount, currency: 'EUR' })),
  fc.record({ latitude: figure, longitude: figure }),
)
const times = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .chain((at) =>
    fc.constantFrom(at.toISOString(), at.toISOString().slice(0, 10), at.toISOString().slice(0, 19)),
  )

let firm: TestWorkspace
beforeAll(async () => {
  firm = await aWorkspace(declared(...people, target('target'), target('file'), ...objects))
  for (const name of ['target', 'file', 'user', 'team']) {
    await firm.query(`insert into ws_test.${name} (id, name) values ($1, 'One'), ($2, 'Two')`, [
      someone,
      another,
    ])
  }
})
afterAll(() => firm.close())

describe.each(all)('a column of kind %s', (name, kind, samples) => {
  const values = keptValues(samples)
  const field = (fieldName = 'value'): FieldModel =>
    firm.workspace.model.object(`sample_${name}`).fields.get(fieldName)!
  let ids: string[]

  beforeAll(async () => {
    await firm.query(`truncate ws_test.sample_${name} cascade`)
    ids = await insert(field(), [...values, null])
  })

  test('answers what was written', async () => {
    const read = await select(field(), (scope) => columnOf(field()).read(field(), scope))
    expect(ids.map((id) => kind.parse(read.get(id) as Json, field(), context))).toEqual([
      ...values,
      generated(name),
    ])
    if (kind.relation !== undefined) {
      expect(ids.slice(0, -1).map((id) => read.get(id))).toEqual(
        values.map((value) => entitled(answered(field(), value))),
      )
    }
  })

  test('gives the stored value for log and undo', async () => {
    const column = columnOf(field())
    const read = await select(field(), (scope) => (column.stored ?? column.read)(field(), scope))
    expect(ids.map((id) => read.get(id))).toEqual([...values, generated(name)])
  })

  test('compares and sorts as the kind does in memory', async () => {
    if (['set', 'opaque'].includes(kind.family)) return
    const read = await select(field(), (scope) => columnOf(field()).scalar(field(), scope))
    const told = (value: unknown): unknown =>
      kind.family === 'time' && value !== null ? Date.parse(String(value)) : value
    expect(ids.slice(0, -1).map((id) => told(read.get(id)))).toEqual(
      values.map((value) => told(kind.scalar(value, field()))),
    )
  })

  test('gives its parts and words as the kind does in memory', async () => {
    const column = columnOf(field())
    for (const part of Object.keys(kind.parts ?? {})) {
      const read = await select(field(), (scope) => column.part!(field(), scope, part))
      const inMemory = (value: any): unknown =>
        kind.part === undefined ? (value[part] ?? null) : kind.part(value, part)
      expect([part, ...ids.slice(0, -1).map((id) => read.get(id))]).toEqual([part, ...values.map(inMemory)])
    }
    if (column.words === undefined || kind.words === undefined) return
    const read = await select(field(), (scope) => column.words!(field(), scope))
    expect(ids.slice(0, -1).map((id) => read.get(id))).toEqual(
      values.map((value) => kind.words!(value, field())),
    )
  })

  test('recognises what a person calls the same', async () => {
    const column = columnOf(field())
    for (const [given, row, same] of samples.same ?? []) {
      const [id] = await insert(field(), [kind.parse(row, field(), context)])
      const wanted = kind.parse(given, field(), context)
      const read = await select(field(), (scope) => sameAs(column, field(), scope, wanted))
      expect([given, row, read.get(id!)]).toEqual([given, row, same])
    }
    for (const [at, value] of values.entries()) {
      if (column.holds === undefined) break
      const read = await select(field(), (scope) => sameAs(column, field(), scope, value))
      expect(read.get(ids[at]!)).toBe(true)
    }
  })

  test('holds whatever the kind takes', async () => {
    const strange = fc.sample(
      fc.oneof(fc.anything(), fc.jsonValue(), fc.string({ unit: 'binary' }), longTexts, figures, times),
      400,
    )
    const taken = strange.flatMap((input) => {
      try {
        const value: unknown = kind.parse(input as Json, field(), context)
        return value === null || kind.relation !== undefined ? [] : [value]
      } catch (error) {
        if (error instanceof Unfit) return []
        throw error
      }
    })
    const written = await insert(field(), taken)
    const read = await select(field(), (scope) =>
      (columnOf(field()).stored ?? columnOf(field()).read)(field(), scope),
    )
    expect(written.map((id) => read.get(id))).toEqual(taken)
  })

  test('keeps a unique value from being written twice', async () => {
    const single = firm.workspace.model.object(`sample_${name}`).fields.get('single')
    if (single === undefined) return
    await firm.query(`truncate ws_test.sample_${name} cascade`)
    const unlike = kind.family === 'boolean' ? values.slice(0, 1) : values
    await insert(single, [...unlike, null, null])
    await expect(insert(single, [unlike[0]])).rejects.toMatchObject({ code: '23505' })
  })
})

describe('an index', () => {
  const named = (kind: string): FieldModel =>
    firm.workspace.model.object(`sample_${kind}`).fields.get('value')!

  test.each([
    [
      'text',
      'sort',
      (value: RawBuilder<unknown>) => sql`true order by ${value} collate "und-x-icu", id limit 5`,
    ],
    ['text', 'words', (value: RawBuilder<unknown>) => sql`rapport.fold(${value}) like '%acme%'`],
    [
      'emails',
      'sort',
      (value: RawBuilder<unknown>) => sql`true order by ${value} collate "und-x-icu", id limit 5`,
    ],
    [
      'choice',
      'sort',
      (value: RawBuilder<unknown>) => sql`true order by ${value} collate "und-x-icu", id limit 5`,
    ],
    ['tags', 'has', (value: RawBuilder<unknown>) => sql`${value} && array['vip']`],
    ['date', 'sort', (value: RawBuilder<unknown>) => sql`${value} > '2026-01-01'`],
  ])('of %s serves what it is for (%s)', async (kind, index, condition) => {
    const plan = await explain(named(kind), (scope) =>
      condition(columnOf(named(kind)).scalar(named(kind), scope)),
    )
    expect(plan).toContain(`sample_${kind}_value_${index}`)
  })

  test.each([
    ['text', 'Acme', 'sort'],
    ['choice', ['price', 'vip'], 'sort'],
    ['reference', someone, 'sort'],
    ['tags', { hasAny: ['vip'] }, 'has'],
    ['text', { contains: 'acme' }, 'words'],
    ['long_text', { contains: 'acme' }, 'words'],
  ])('of %s serves the filter %j', async (kind, filter, index) => {
    const { model } = firm.workspace
    const parsed = parseFilter(
      model,
      `sample_${kind}`,
      { value: filter },
      { reader: queryFor(firm.context()).reader },
    )
    const plan = await explain(named(kind), (scope) => filterToSql(parsed, scope))
    expect(plan).toContain(`sample_${kind}_value_${index}`)
  })

  test.each([
    ['text', 'Acme', 'words'],
    ['email', 'ana@example.com', 'same'],
    ['emails', [{ value: 'ana@example.com', primary: true }], 'same'],
    ['url', 'https://example.com', 'same'],
  ])('of %s finds duplicates of %j', async (kind, value, index) => {
    const plan = await explain(named(kind), (scope) =>
      sameAs(columnOf(named(kind)), named(kind), scope, value),
    )
    expect(plan).toContain(`sample_${kind}_value_${index}`)
  })
})

test('a record that is given no number gets the next one', async () => {
  const field = firm.workspace.model.object('sample_auto_number').fields.get('value')!
  const [first] = await insert(field, [null])
  const [second] = await insert(field, [null])
  const read = await select(field, (scope) => columnOf(field).read(field, scope))
  const [one, two] = [first, second].map((id) => Number(/^Q'-(\d{5})$/.exec(String(read.get(id!)))![1]))
  expect(two).toBe(one! + 1)
  expect(one).toBeGreaterThanOrEqual(42)
})

async function insert(field: FieldModel, values: readonly unknown[]): Promise<string[]> {
  const object = firm.workspace.model.object(field.object)
  const rows = values.map((value) => ({
    id: crypto.randomUUID(),
    values: value === null && field.kind.name === 'auto_number' ? {} : { [field.name]: value },
  }))
  const rates = new Map(
    [...new Set(values.flatMap((one: any) => one?.currency ?? []))].map((currency: string) => [currency, 1]),
  )
  for (const row of rows) {
    const columns = Object.keys(row.values).length === 0 ? [] : columnsOf([field])
    const given = { id: row.id, ...columnValues([field], row.values, rates) }
    const names = sql.join([{ name: 'id' }, ...columns].map((column) => sql.id(column.name)))
    await sql`insert into ${tableOf(firm.workspace, object.name)} (${names}) select ${names}
      from ${rowSet([{ name: 'id', type: 'uuid' }, ...columns], [given], 'n')}`.execute(firm.db)
  }
  await writeLinks(firm.context(), object, field, rows)
  return rows.map((row) => row.id)
}

/** An expression for every row of the field's object, as JSON, by id. */
async function select(
  field: FieldModel,
  value: (scope: Scope) => RawBuilder<unknown>,
): Promise<Map<string, unknown>> {
  const query = queryFor(firm.context())
  const scope = scopeOf(query, firm.workspace.model.object(field.object))
  const { rows } = await sql<{ row: { id: string; value: unknown } }>`
    select json_build_object('id', ${sql.ref(`${scope.alias}.id`)}, 'value', ${value(scope)}) as row
    from ${tableOf(query, field.object)} ${sql.id(scope.alias)}`.execute(firm.db)
  return new Map(rows.map(({ row }) => [row.id, row.value]))
}

async function explain(field: FieldModel, condition: (scope: Scope) => RawBuilder<unknown>): Promise<string> {
  const query = queryFor(firm.context())
  const scope = scopeOf(query, firm.workspace.model.object(field.object))
  return firm.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off; set local enable_sort = off`.execute(trx)
    const { rows } = await sql<Record<string, string>>`explain select ${sql.ref(`${scope.alias}.id`)}
      from ${tableOf(query, field.object)} ${sql.id(scope.alias)} where ${condition(scope)}`.execute(trx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

/** A link with the title of the record that it points to. */
const entitled = (link: any): unknown =>
  Array.isArray(link) ? link.map(entitled) : { ...link, title: link.id === someone ? 'One' : 'Two' }

/** What a row has that was given nothing. */
const generated = (kind: string): unknown =>
  kind === 'auto_number' ? expect.stringMatching(/^Q'-\d{5}$/) : null
