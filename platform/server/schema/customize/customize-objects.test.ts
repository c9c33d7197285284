import { afterEach, expect, test } from 'vitest'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import { aWorkspace, declared, people, type TestWorkspace } from '../../testing/workspace.ts'
import { createField } from './create-field.ts'
import { createObject } from './create-object.ts'
import { deleteField } from './delete-field.ts'
import { deleteObject } from './delete-object.ts'
import { updateField } from './update-field.ts'
import { retireObject, updateObject } from './update-object.ts'

let firm: TestWorkspace
afterEach(() => firm.close())

const company: ObjectDeclaration = {
  name: 'company',
  plural: 'companies',
  title: 'name',
  fields: { name: { kind: 'text' } },
}
const person: ObjectDeclaration = {
  name: 'person',
  plural: 'people',
  title: 'name',
  fields: { name: { kind: 'text' } },
}
const open = async () => (firm = await aWorkspace(declared(...people, company, person)))

test('an object of the customer’s own has a table, a path, fields and a place on its customers', async () => {
  const { context, query, workspace } = await open()
  const made = await createObject(context(), {
    label: 'Machine',
    plural_label: 'Machines',
    customer: true,
    icon: 'cog',
    fields: [
      { kind: 'text', name: 'name', label: 'Name', required: true },
      { kind: 'auto_number', label: 'Number', prefix: 'M-' },
      { kind: 'date', label: 'Bought on' },
    ],
  })
  expect(made).toMatchObject({ name: 'c_machine', plural: 'c_machines', label: 'Machine', custom: true })
  expect(made.fields.map((field) => field.name)).toEqual(['name', 'number', 'bought_on'])
  const { model } = workspace
  expect(model.byPlural('c_machines').title.name).toBe('name')
  expect([...model.object('company').children.values()].map((list) => list.object)).toContain('c_machine')
  await query(`insert into ws_test.c_machine (id, name) values (gen_random_uuid(), 'Drill')`)
})

test('an object can be made with a label alone, and points to others', async () => {
  const { context, workspace } = await open()
  const machine = await createObject(context(), { label: 'Machine' })
  expect(machine.fields.map((field) => field.name)).toEqual(['name'])
  await createField(context(), 'c_machine', {
    kind: 'reference',
    label: 'Part of',
    to: 'c_machine',
    inverse: 'parts',
  })
  await createField(context(), 'company', {
    kind: 'references',
    label: 'Favourite machines',
    to: 'c_machine',
    inverse: 'fans',
  })
  expect(workspace.model.object('c_machine').children.has('parts')).toBe(true)
  await updateField(context(), 'company', 'c_favourite_machines', { name: 'preferred' })
  expect(await firm.query(`select to_regclass('ws_test.company_c_preferred')::text as name`)).toBeTruthy()
  await expect(deleteObject(context(), 'c_machine', { confirmed: true })).rejects.toThrow(
    /Favourite machines \(Company\)/,
  )
  await deleteField(context(), 'company', 'c_preferred', { confirmed: true })
  expect((await deleteObject(context(), 'c_machine', { confirmed: true })).deleted).toBe(true)
})

test('what is wrong with an object is said beside its input', async () => {
  const { context, query } = await open()
  const wrong: [Record<string, any>, RegExp][] = [
    [{}, /a label/],
    [{ label: 'X', name: 'a b' }, /small letters/],
    [{ label: 'X', plural: 'c_"x"' }, /small letters/],
    [{ label: 'X', colour: 'red' }, /no option “colour”/],
    [{ label: 'X', title: 'size', fields: [{ kind: 'nothing', name: 'size', label: 'S' }] }, /Choose a kind/],
    [{ label: 'X', fields: 'many' }, /list of fields/],
    [
      { label: 'X', fields: [{ kind: 'text', name: 'owner', label: 'O' }] },
      /Every record has “owner” already/,
    ],
    [{ label: 'X', short_form: ['nothing'] }, /“nothing”/],
    [{ label: 'X', unique: [['nothing']] }, /./],
    [{ label: 'X', views: [{ name: 'all', layout: 'circle', fields: [] }] }, /table, a board or a calendar/],
  ]
  for (const [input, sentence] of wrong) {
    await expect(createObject(context(), input), JSON.stringify(input)).rejects.toMatchObject({
      status: 422,
      detail: expect.stringMatching(sentence),
    })
  }
  expect(await query('select from ws_test.custom_object')).toEqual([])
})

test('labels, title and lists of an object change; its name does not', async () => {
  const { context, workspace } = await open()
  await createObject(context(), { label: 'Machine', fields: [{ kind: 'text', label: 'Serial' }] })
  await updateObject(context(), 'c_machine', {
    label: 'Device',
    plural: 'devices',
    title: 'serial',
    short_form: ['serial'],
  })
  expect(workspace.model.byPlural('c_devices')).toMatchObject({ label: 'Device', title: { name: 'serial' } })
  await updateField(context(), 'c_machine', 'serial', { name: 'serial_number' })
  expect(workspace.model.object('c_machine')).toMatchObject({
    title: { name: 'serial_number' },
    shortForm: ['serial_number'],
  })
  await expect(updateObject(context(), 'c_machine', { name: 'c_device' })).rejects.toThrow(/The name stays/)
  await expect(updateObject(context(), 'c_machine', { customer: true })).rejects.toThrow(
    /decided when the object is made/,
  )
  await expect(
    deleteField(context(), 'c_machine', 'serial_number', { confirmed: true }),
  ).rejects.toMatchObject({ status: 409 })
  await expect(updateObject(context(), 'company', { label: 'Firm' })).rejects.toMatchObject({
    status: 409,
    code: 'not_custom',
  })
})

test('a retired object stays, a deleted one first tells what is lost', async () => {
  const { context, query, workspace } = await open()
  await createObject(context(), { label: 'Machine' })
  await query(`insert into ws_test.c_machine (id, name) values (gen_random_uuid(), 'Drill')`)
  expect((await retireObject(context(), 'c_machine')).retired).toBe(true)
  const asked = await deleteObject(context(), 'c_machine', { confirmed: false })
  expect(asked).toMatchObject({
    deleted: false,
    records: 1,
    detail: 'Machines will be deleted, with all their fields. 1 record of it is lost for good.',
  })
  await deleteObject(context(), 'c_machine', { confirmed: true })
  expect(workspace.model.objects.has('c_machine')).toBe(false)
  expect(await query(`select to_regclass('ws_test.c_machine') as there`)).toEqual([{ there: null }])
})
