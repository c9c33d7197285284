import { afterEach, expect, test, vi } from 'vitest'
import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import { aWorkspace, declared, people, type TestWorkspace } from '../testing/workspace.ts'
import { createField } from './customize/create-field.ts'
import { openWorkspaces } from './workspaces.ts'
import { slugOf } from './slug.ts'

let firm: TestWorkspace
afterEach(() => firm.close())

const company: ObjectDeclaration = {
  name: 'company',
  plural: 'companies',
  title: 'name',
  fields: { name: { kind: 'text' } },
}
const code = declared(...people, company)
const open = async () => (firm = await aWorkspace(code))

test('a slug that is no slug, kept for Rapport or taken is refused with a sentence', async () => {
  const { workspaces } = await open()
  for (const slug of ['', 'A', 'Acme', '1st', 'a"b', 'x; drop schema rapport', 'a'.repeat(60)]) {
    await expect(workspaces.create({ slug, name: 'X' })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'slug' }],
    })
  }
  await expect(workspaces.create({ slug: 'api', name: 'X' })).rejects.toThrow(/kept for Rapport itself/)
  await expect(workspaces.create({ slug: 'test', name: 'X' })).rejects.toThrow(/a workspace “test” already/)
  await expect(workspaces.create({ slug: 'other', name: '  ' })).rejects.toThrow(/a name/)
  expect(workspaces.list().map((one) => one.slug)).toEqual(['test'])
  expect(slugOf('Müller & Söhne GmbH')).toBe('muller_sohne_gmbh')
})

test('a workspace that cannot be made whole is not made at all', async () => {
  const { workspaces, query } = await open()
  await query('create schema ws_half')
  await expect(workspaces.create({ slug: 'half', name: 'Half' })).rejects.toThrow(/already/)
  expect(await query(`select from rapport.workspace where slug = 'half'`)).toEqual([])
})

test('two processes that bring an older workspace up to date at once do it once', async () => {
  const { db, query, url } = await open()
  const newer = declared(...people, {
    ...company,
    fields: { ...company.fields, size: { kind: 'number', indexed: true } },
  })
  const both = await Promise.all([1, 2].map(() => openWorkspaces({ db, declared: newer, listen: url })))
  for (const one of both) {
    expect(one.bySlug('test')?.model.object('company').fields.has('size')).toBe(true)
    await one.close()
  }
  expect(await query(`select from pg_indexes where indexname = 'company_size_sort'`)).toHaveLength(1)
})

test('what one process changes another sees without a restart, and so does a new workspace', async () => {
  const { db, url, workspaces, context } = await open()
  const other = await openWorkspaces({ db, declared: code, listen: url })
  const seen = other.bySlug('test')!
  const before = seen.model
  await createField(context(), 'company', { kind: 'text', label: 'Region' })
  expect(firm.workspace.model.object('company').fields.has('c_region')).toBe(true)
  await vi.waitFor(() => expect(seen.model.object('company').fields.has('c_region')).toBe(true))
  expect(before.object('company').fields.has('c_region')).toBe(false)
  await workspaces.create({ slug: 'second', name: 'Second' })
  await vi.waitFor(() => expect(other.bySlug('second')?.name).toBe('Second'))
  await other.close()
})

test('a release that is older than the data does not open it', async () => {
  const { db, query } = await open()
  await query(`update rapport.workspace set release = '999.0.0'`)
  await expect(openWorkspaces({ db, declared: code })).rejects.toThrow(
    /“test”: It was last used by version 999.0.0/,
  )
})

test('a workspace that would lose values is named, and the others are not harmed', async () => {
  const { db, query } = await open()
  await query(`insert into ws_test.company (id, name) values (gen_random_uuid(), 'Acme')`)
  const renamed = { ...company, title: 'label', fields: { label: { kind: 'text' } } }
  await expect(openWorkspaces({ db, declared: declared(...people, renamed) })).rejects.toThrow(
    /Workspace “test”: Object “company” has values in column “name”/,
  )
  expect(await query('select name from ws_test.company')).toEqual([{ name: 'Acme' }])
})

test('a field somebody added survives the restart, and the code may grow beside it', async () => {
  const { db, context } = await open()
  await createField(context(), 'company', { kind: 'choice', label: 'Region', choices: ['north', 'south'] })
  const newer = declared(...people, { ...company, fields: { ...company.fields, region: { kind: 'text' } } })
  const again = await openWorkspaces({ db, declared: newer })
  const { fields } = again.bySlug('test')!.model.object('company')
  expect(fields.get('c_region')).toMatchObject({ custom: true, label: 'Region' })
  expect(fields.get('region')).toMatchObject({ custom: false })
  await again.close()
})
