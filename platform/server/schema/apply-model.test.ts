import { afterEach, expect, test } from 'vitest'
import { buildModel } from '#platform/objects/build-model.ts'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import { aWorkspace, declared, people, type TestWorkspace } from '../testing/workspace.ts'
import { applyModel } from './apply-model.ts'

let firm: TestWorkspace
afterEach(() => firm.close())

const company = (
  fields: Record<string, FieldDeclaration>,
  more: Partial<ObjectDeclaration> = {},
): ObjectDeclaration => ({
  name: 'company',
  plural: 'companies',
  title: 'name',
  fields: { name: { kind: 'text' }, ...fields },
  ...more,
})

const open = async (...objects: ObjectDeclaration[]) =>
  (firm = await aWorkspace(declared(...people, ...objects)))

/** What a newer release would do at its start. */
const upgradeTo = (...objects: ObjectDeclaration[]) =>
  firm.db
    .transaction()
    .execute((trx) => applyModel(trx, 'ws_test', buildModel(declared(...people, ...objects))))

const columnsOf = async (table: string): Promise<Record<string, string>> => {
  const rows = await firm.query(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [`ws_test.${table}`],
  )
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]))
}

const insertCompany = async (values: Record<string, unknown>): Promise<string> => {
  const names = ['id', ...Object.keys(values)]
  const id = crypto.randomUUID()
  await firm.query(
    `insert into ws_test.company (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    [id, ...Object.values(values)],
  )
  return id
}

test('an unchanged model changes nothing', async () => {
  await open(
    company({ revenue: { kind: 'money', indexed: true }, number: { kind: 'auto_number', prefix: 'C-' } }),
  )
  expect(
    (
      await upgradeTo(
        company({ revenue: { kind: 'money', indexed: true }, number: { kind: 'auto_number', prefix: 'C-' } }),
      )
    ).statements,
  ).toBe(0)
})

test('a newer release adds objects, fields, indexes, links and numbers to what is there', async () => {
  await open(company({}))
  const id = await insertCompany({ name: 'Acme' })
  const tag: ObjectDeclaration = {
    name: 'tag',
    plural: 'tags',
    title: 'name',
    fields: { name: { kind: 'text', unique: true } },
  }
  await upgradeTo(
    company({
      revenue: { kind: 'money', indexed: true },
      parent: { kind: 'reference', to: 'company', inverse: 'subsidiaries' },
      tags: { kind: 'references', to: 'tag', inverse: 'companies' },
      number: { kind: 'auto_number', prefix: 'C-' },
    }),
    tag,
  )
  expect(await columnsOf('company')).toMatchObject({
    revenue: 'numeric(18,4)',
    revenue_currency: 'text',
    parent: 'uuid',
  })
  expect(await firm.query('select id, name from ws_test.company')).toEqual([{ id, name: 'Acme' }])
  const again = await upgradeTo(
    company({
      revenue: { kind: 'money', indexed: true },
      parent: { kind: 'reference', to: 'company', inverse: 'subsidiaries' },
      tags: { kind: 'references', to: 'tag', inverse: 'companies' },
      number: { kind: 'auto_number', prefix: 'C-' },
    }),
    tag,
  )
  expect(again.statements).toBe(0)
  await expect(insertCompany({ name: 'Ghost', parent: crypto.randomUUID() })).rejects.toThrow(
    'company_parent_fkey',
  )
})

test('a field that is gone from the declarations but holds values stops the start and leaves all as it was', async () => {
  await open(company({ size: { kind: 'number' } }))
  await insertCompany({ name: 'Acme', size: 12 })
  const tag: ObjectDeclaration = {
    name: 'tag',
    plural: 'tags',
    title: 'name',
    fields: { name: { kind: 'text' } },
  }
  await expect(upgradeTo(company({}), tag)).rejects.toThrow(/Object “company” has values in column “size”/)
  expect(await columnsOf('company')).toHaveProperty('size')
  expect(await columnsOf('tag')).toEqual({})
})

test('a field that is gone and never held a value goes', async () => {
  await open(company({ size: { kind: 'number' } }))
  await upgradeTo(company({}))
  expect(await columnsOf('company')).not.toHaveProperty('size')
})

test('an object that is gone stops the start while it has records, and goes without', async () => {
  const note: ObjectDeclaration = {
    name: 'note',
    plural: 'notes',
    title: 'body',
    fields: { body: { kind: 'text' } },
  }
  await open(company({}), note)
  await firm.query(`insert into ws_test.note (id, body) values (gen_random_uuid(), 'x')`)
  await expect(upgradeTo(company({}))).rejects.toThrow(/There are records in table “note”/)
  await firm.query('delete from ws_test.note')
  await upgradeTo(company({}))
  expect(await columnsOf('note')).toEqual({})
})

test('whole numbers may become decimals, but not the other way round', async () => {
  await open(company({ size: { kind: 'number', decimals: 0 } }))
  await insertCompany({ name: 'Acme', size: 12 })
  await upgradeTo(company({ size: { kind: 'number' } }))
  await firm.query('update ws_test.company set size = 12.5')
  await expect(upgradeTo(company({ size: { kind: 'number', decimals: 0 } }))).rejects.toThrow(
    /Field “size” of object “company” holds values as numeric/,
  )
  expect(await firm.query('select size from ws_test.company')).toEqual([{ size: '12.5' }])
})

test('an object that comes to concern customers gets the generated customer, with its index', async () => {
  const person: ObjectDeclaration = {
    name: 'person',
    plural: 'people',
    title: 'name',
    fields: { name: { kind: 'text' } },
  }
  const deal = (customer: boolean): ObjectDeclaration => ({
    name: 'deal',
    plural: 'deals',
    title: 'name',
    customer,
    fields: { name: { kind: 'text' } },
  })
  await open(company({}), person, deal(false))
  await upgradeTo(company({}), person, deal(true))
  const id = await insertCompany({ name: 'Acme' })
  await firm.query('insert into ws_test.deal (id, company) values (gen_random_uuid(), $1)', [id])
  expect(await firm.query('select customer from ws_test.deal')).toEqual([{ customer: id }])
  expect((await upgradeTo(company({}), person, deal(true))).statements).toBe(0)
})

test('a generated value that is declared otherwise is computed anew, its index with it', async () => {
  await open(company({ twin: { kind: 'id', generated: '"id"', indexed: true } }))
  const id = await insertCompany({ name: 'Acme' })
  await firm.query('update ws_test.company set owner = null')
  await upgradeTo(company({ twin: { kind: 'id', generated: 'coalesce("team", "id")', indexed: true } }))
  expect(await firm.query('select twin from ws_test.company')).toEqual([{ twin: id }])
  expect(
    (await upgradeTo(company({ twin: { kind: 'id', generated: 'coalesce("team", "id")', indexed: true } })))
      .statements,
  ).toBe(0)
})

test('an index somebody made by hand stays, and so does a table of their own', async () => {
  await open(company({}))
  await firm.query('create index by_hand on ws_test.company (name); create table ws_test.my_report (x int)')
  expect((await upgradeTo(company({ size: { kind: 'number' } }))).statements).toBeGreaterThan(0)
  expect(await firm.query(`select from pg_indexes where indexname = 'by_hand'`)).toHaveLength(1)
  expect(await columnsOf('my_report')).toEqual({ x: 'integer' })
})

test('unique values may come twice in the bin, but not outside it', async () => {
  await open(company({ domain: { kind: 'text', unique: true } }, { unique: [['name', 'domain']] }))
  await insertCompany({ name: 'Acme', domain: 'acme.com', deleted_at: new Date() })
  await insertCompany({ name: 'Acme', domain: 'acme.com' })
  await expect(insertCompany({ name: 'Acme again', domain: 'acme.com' })).rejects.toMatchObject({
    constraint: 'company_domain_unique',
  })
})
