import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import { roleAccess } from '../../access/role-access.ts'
import { aWorkspace, declared, people, type TestWorkspace } from '../../testing/workspace.ts'
import { createField } from './create-field.ts'
import { deleteField } from './delete-field.ts'
import { retireField, updateField } from './update-field.ts'

let firm: TestWorkspace
afterEach(() => firm.close())

const company: ObjectDeclaration = {
  name: 'company',
  plural: 'companies',
  title: 'name',
  fields: { name: { kind: 'text' } },
}
const view: ObjectDeclaration = {
  name: 'view',
  plural: 'views',
  title: 'name',
  fields: { name: { kind: 'text' }, object: { kind: 'text' }, definition: { kind: 'json' } },
}
const open = async () => (firm = await aWorkspace(declared(...people, company, view)))
const fieldsNow = () => firm.workspace.model.object('company').fields

async function insert(values: Record<string, unknown>): Promise<void> {
  const names = Object.keys(values)
  const places = names.map((_, place) => `$${place + 1}`)
  await firm.query(
    `insert into ws_test.company (id, ${names.map((name) => `"${name}"`).join(', ')}) values (gen_random_uuid(), ${places.join(', ')})`,
    Object.values(values),
  )
}

test('a new field has a column, a place in the model and an entry in the log', async () => {
  const { context, query } = await open()
  const { field, notes } = await createField(context(), 'company', {
    kind: 'money',
    label: 'Größe des Budgets',
    indexed: true,
  })
  expect(field).toMatchObject({
    object: 'company',
    name: 'c_grosse_des_budgets',
    custom: true,
    kind: 'money',
  })
  expect(notes).toEqual([])
  await insert({ name: 'Acme', c_grosse_des_budgets: 12, c_grosse_des_budgets_currency: 'EUR' })
  expect(await query('select object, verb, changes from ws_test.log')).toMatchObject([
    {
      object: 'custom_field',
      verb: 'created',
      changes: { 'company.c_grosse_des_budgets': [null, { kind: 'money' }] },
    },
  ])
})

test('only administrators change fields', async () => {
  const { context } = await open()
  const actor = {
    ...context().actor,
    access: roleAccess({ default: { create: 'all', read: 'all', update: 'all', delete: 'all' } }),
  }
  await expect(
    createField(context({ actor }), 'company', { kind: 'text', label: 'X' }),
  ).rejects.toMatchObject({ status: 403 })
})

test('what is wrong with a declaration is said beside its input, and nothing is made', async () => {
  const { context, query } = await open()
  const make = (input: Record<string, any>) => createField(context(), 'company', input)
  const wrong: [Record<string, any>, RegExp][] = [
    [{ label: 'X' }, /Choose a kind/],
    [{ kind: 'id', label: 'X' }, /Choose a kind/],
    [{ kind: 'text' }, /a label/],
    [{ kind: 'text', label: '' }, /1 to 100 characters/],
    [{ kind: 'text', label: 'X', required: 'yes' }, /true or false/],
    [{ kind: 'choice', label: 'X' }, /choices/],
    [{ kind: 'choice', label: 'X', choices: [1, null] }, /./],
    [{ kind: 'reference', label: 'X', to: 'nothing' }, /not an object/],
    [{ kind: 'reference', label: 'X', to: 'company', on_purge: 'cascade; drop table x' }, /set null/],
    [{ kind: 'text', label: 'X', visible_when: { nothing: 1 } }, /nothing/],
    [{ kind: 'text', label: 'X', valid_when: { formula: '1 +', message: 'No' } }, /./],
    [{ kind: 'number', label: 'X', default: 'many' }, /./],
    [{ kind: 'text', label: 'X', name: 'Bad Name' }, /small letters/],
    [{ kind: 'text', label: 'X', name: 'x"; drop table ws_test.company; --' }, /small letters/],
  ]
  for (const [input, sentence] of wrong) {
    await expect(make(input), JSON.stringify(input)).rejects.toMatchObject({
      status: 422,
      detail: expect.stringMatching(sentence),
    })
  }
  expect(await query('select from ws_test.custom_field')).toEqual([])
  await expect(createField(context(), 'nothing', { kind: 'text', label: 'X' })).rejects.toMatchObject({
    status: 404,
  })
})

test('quotes and SQL in labels, choices and texts are only texts', async () => {
  const { context, query } = await open()
  const nasty = `'); drop table ws_test.company; -- " \\ \u0027 {sequence} $1`
  const { field } = await createField(context(), 'company', {
    kind: 'choice',
    label: nasty,
    help: nasty,
    choices: [{ value: 'a', label: 'O\'Neil "x"' }, { value: `it's "so"` }],
    unique: true,
  })
  expect(field.label).toBe(nasty)
  await insert({ name: 'Acme', [field.name]: `it's "so"` })
  await updateField(context(), 'company', field.name, { name: 'drop_table', label: nasty })
  expect(await query('select c_drop_table as value from ws_test.company')).toEqual([{ value: `it's "so"` }])
})

test('a second field with the same label gets a name of its own, a taken name is refused', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'text', label: 'Region' })
  expect((await createField(context(), 'company', { kind: 'text', label: 'Region' })).field.name).toBe(
    'c_region_2',
  )
  await expect(
    createField(context(), 'company', { kind: 'text', label: 'R', name: 'region' }),
  ).rejects.toThrow(/has a field “c_region” already/)
})

test('a new field waits for a long reader for some seconds only, and others read on', async () => {
  const { context, url } = await open()
  await insert({ name: 'Acme' })
  const reader = new pg.Client(url)
  await reader.connect()
  await reader.query('begin; select * from ws_test.company')
  const change = createField(context(), 'company', { kind: 'text', label: 'Region' })
  await new Promise((done) => setTimeout(done, 300))
  await reader.query('commit')
  expect((await change).field.name).toBe('c_region')
  expect((await reader.query('select * from ws_test.company')).rows[0]).toHaveProperty('c_region', null)
  await reader.end()
})

test('a renamed field keeps its values, and views follow; the old name is answered with the new one', async () => {
  const { context, query } = await open()
  await createField(context(), 'company', { kind: 'text', label: 'Region', unique: true, indexed: true })
  await insert({ name: 'Acme', c_region: 'north' })
  await query(
    `insert into ws_test.view (id, name, object, definition) values (gen_random_uuid(), 'Mine', 'company',
      '{"fields": ["name", "c_region"], "sort": "-c_region,name", "where": {"c_region": "c_regional"}}')`,
  )
  const { field } = await updateField(context(), 'company', 'c_region', { name: 'area', label: 'Area' })
  expect(field).toMatchObject({ name: 'c_area', label: 'Area', unique: true, former_names: ['c_region'] })
  expect(await query('select c_area from ws_test.company')).toEqual([{ c_area: 'north' }])
  expect((await query('select definition from ws_test.view'))[0].definition).toEqual({
    fields: ['name', 'c_area'],
    sort: '-c_area,name',
    where: { c_area: 'c_regional' },
  })
  await expect(insert({ name: 'Other', c_area: 'north' })).rejects.toMatchObject({
    constraint: 'company_c_area_unique',
  })
  await expect(updateField(context(), 'company', 'c_region', { label: 'X' })).rejects.toThrow(
    /is now called “c_area”/,
  )
})

test('unique is refused while values come twice, with an example', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'text', label: 'Code' })
  for (const code of ['A-1', 'A-1', 'A-1', 'B-2', 'B-2', 'C-3']) await insert({ name: 'Acme', c_code: code })
  await expect(updateField(context(), 'company', 'c_code', { unique: true })).rejects.toThrow(
    '2 values are there more than once, for example “A-1” in 3 records. Make them differ first, then try again.',
  )
  expect(fieldsNow().get('c_code')!.options.unique).toBeUndefined()
})

test('making a field required says how many records lack it', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'text', label: 'Code' })
  for (const code of ['A-1', null, null]) await insert({ name: 'Acme', c_code: code })
  const { notes } = await updateField(context(), 'company', 'c_code', { required: true })
  expect(notes).toEqual(['2 records have no value there yet; it is asked for when they are changed next.'])
  expect(fieldsNow().get('c_code')!.options.required).toBe(true)
})

test('a kind changes only where every value fits the other one', async () => {
  const { context, query } = await open()
  await createField(context(), 'company', { kind: 'choice', label: 'Region', choices: ['north', 'south'] })
  await insert({ name: 'Acme', c_region: 'north' })
  await updateField(context(), 'company', 'c_region', { kind: 'text' })
  expect(await query('select c_region from ws_test.company')).toEqual([{ c_region: 'north' }])
  await expect(updateField(context(), 'company', 'c_region', { kind: 'number' })).rejects.toThrow(
    /without losing values. It can become long_text/,
  )
  await expect(
    updateField(context(), 'company', 'c_region', { kind: 'choice', choices: ['east'] }),
  ).rejects.toThrow(/1 record has other texts/)
  await updateField(context(), 'company', 'c_region', { kind: 'choice', choices: ['east', 'north'] })
  await expect(updateField(context(), 'company', 'c_region', { choices: ['east'] })).rejects.toThrow(
    /1 record has “north”. Retire/,
  )
})

test('fewer decimals than the values have are refused', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'number', label: 'Size' })
  await insert({ name: 'Acme', c_size: 1.5 })
  await expect(updateField(context(), 'company', 'c_size', { decimals: 0 })).rejects.toMatchObject({
    status: 409,
    code: 'would_lose_values',
  })
})

test('deleting first tells what is lost, and is done when confirmed', async () => {
  const { context, query } = await open()
  await createField(context(), 'company', { kind: 'money', label: 'Budget' })
  await insert({ name: 'Acme', c_budget: 5, c_budget_currency: 'EUR' })
  await query(
    `insert into ws_test.view (id, name, object, definition) values (gen_random_uuid(), 'Mine', 'company', '{"fields": ["c_budget"]}')`,
  )
  const asked = await deleteField(context(), 'company', 'c_budget', { confirmed: false })
  expect(asked).toEqual({
    deleted: false,
    records: 1,
    views: ['Mine'],
    detail:
      'Budget will be deleted. 1 record has a value there, which is lost for good. These views name it: Mine.',
  })
  expect(fieldsNow().has('c_budget')).toBe(true)
  expect((await deleteField(context(), 'company', 'c_budget', { confirmed: true })).deleted).toBe(true)
  expect(fieldsNow().has('c_budget')).toBe(false)
  expect(await query(`select from information_schema.columns where column_name like 'c_budget%'`)).toEqual([])
  await createField(context(), 'company', { kind: 'text', label: 'Budget' })
})

test('a field that a condition of another depends on cannot be deleted or renamed', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'choice', label: 'State', choices: ['lost', 'won'] })
  await createField(context(), 'company', {
    kind: 'text',
    label: 'Reason',
    visible_when: { c_state: 'lost' },
  })
  await expect(deleteField(context(), 'company', 'c_state', { confirmed: true })).rejects.toThrow(
    '“State” cannot be deleted while something depends on it: Reason (Company). Change that first.',
  )
  await expect(updateField(context(), 'company', 'c_state', { name: 'phase' })).rejects.toMatchObject({
    status: 409,
    code: 'in_use',
  })
})

test('formulas block the deletion of what they compute from', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'number', label: 'Size' })
  await createField(context(), 'company', {
    kind: 'formula',
    label: 'Twice',
    formula: 'c_size * 2',
    returns: 'number',
  })
  const half = createField(context(), 'company', { kind: 'formula', label: 'Half', formula: 'c_sise / 2' })
  await expect(half).rejects.toMatchObject({ status: 422, detail: expect.stringMatching(/c_size/) })
  const gone = deleteField(context(), 'company', 'c_size', { confirmed: true })
  await expect(gone).rejects.toMatchObject({ status: 409, more: { named_by: ['Twice (Company)'] } })
  await deleteField(context(), 'company', 'c_twice', { confirmed: true })
  await deleteField(context(), 'company', 'c_size', { confirmed: true })
})

test('a retired field stays with its values and comes back', async () => {
  const { context } = await open()
  await createField(context(), 'company', { kind: 'text', label: 'Code' })
  await retireField(context(), 'company', 'c_code')
  expect(fieldsNow().get('c_code')!.options.retired).toBe(true)
  await updateField(context(), 'company', 'c_code', { retired: false })
  expect(fieldsNow().get('c_code')!.options.retired).toBe(false)
})

test('fields that come with Rapport cannot be changed here', async () => {
  const { context } = await open()
  await expect(updateField(context(), 'company', 'name', { label: 'X' })).rejects.toMatchObject({
    status: 409,
    code: 'not_custom',
  })
  await expect(deleteField(context(), 'company', 'name', { confirmed: true })).rejects.toMatchObject({
    status: 409,
  })
})

test('two administrators who add fields at once both get theirs', async () => {
  const { context } = await open()
  const made = await Promise.all(
    ['North', 'East', 'South', 'West'].map((label) =>
      createField(context(), 'company', { kind: 'text', label }),
    ),
  )
  for (const { field } of made) expect(fieldsNow().has(field.name)).toBe(true)
})
