import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type TestServer } from '../testing/test-server.ts'
import { enterAccount } from '../identity/accounts.ts'
import { hashPassword } from '../identity/password.ts'
import { firstWorkspace } from '../identity/first-workspace.ts'

const password = 'correct horse battery'
let it: TestServer

beforeAll(async () => {
  it = await aTestServer()
})
afterAll(() => it.close())

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function someone(name: string, permissions = { default: { read: 'all' } } as const) {
  const { app, workspace } = it.test
  const actor = await it.test.person(name, permissions)
  const email = `${name.toLowerCase()}@firm.example`
  await enterAccount(app.db, { workspace, user: actor.id!, name, email, hash: await hashPassword(password) })
  return { actor, email }
}

const signIn = (email: string, given = password) =>
  it.stranger('POST', '/api/v1/sign-in', { body: { email, password: given }, headers: sameOrigin })

const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]!.split(';')[0]!

describe('signing in', () => {
  test('gives a cookie that no script reads and that opens the workspace', async () => {
    const { email } = await someone('Grace')
    const entered = await signIn(email.toUpperCase())
    expect(entered.status).toBe(204)
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^rapport=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const world = await it.stranger('GET', '/api/v1/workspace', {
      headers: { cookie: cookieOf(entered.headers) },
    })
    expect(world.body).toMatchObject({
      workspace: { slug: 'test' },
      me: { name: 'Grace', administrator: false },
    })
    expect(
      world.body.objects.map((one: { declaration: { name: string } }) => one.declaration.name),
    ).toContain('company')
    expect(world.body.access.company).toMatchObject({ read: 'all', create: 'none' })
  })

  test('says the same to a wrong password and to an unknown address', async () => {
    const { email } = await someone('Edsger')
    const [wrong, unknown] = [await signIn(email, 'wrong horse battery'), await signIn('nobody@firm.example')]
    const { request_id: _one, ...first } = wrong.body
    const { request_id: _two, ...second } = unknown.body
    expect([wrong.status, first]).toEqual([401, second])
    expect(first.code).toBe('wrong_credentials')
  })

  test('stops after ten failures, whatever the password then', async () => {
    const { email } = await someone('Konrad')
    for (let tries = 0; tries < 10; tries++)
      expect((await signIn(email, 'wrong horse battery')).status).toBe(401)
    const stopped = await signIn(email)
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(60)
  })

  test('is over at once after signing out, being deactivated, or a new password elsewhere', async () => {
    const { email, actor } = await someone('Ada')
    const [first, second] = [cookieOf((await signIn(email)).headers), cookieOf((await signIn(email)).headers)]
    const as = (cookie: string, method: string, path: string, body?: object) =>
      it.stranger(method, path, {
        ...(body === undefined ? {} : { body }),
        headers: { cookie, ...sameOrigin },
      })
    expect(
      (
        await as(first, 'POST', '/api/v1/me/password', {
          current: 'wrong',
          password: 'another good password',
        })
      ).status,
    ).toBe(422)
    expect(
      (
        await as(first, 'POST', '/api/v1/me/password', {
          current: password,
          password: 'another good password',
        })
      ).status,
    ).toBe(204)
    await heard()
    expect((await as(second, 'GET', '/api/v1/workspace')).status).toBe(401)
    expect((await as(first, 'POST', '/api/v1/sign-out')).status).toBe(204)
    expect((await as(first, 'GET', '/api/v1/workspace')).body.code).toBe('sign_in')
    const third = cookieOf((await signIn(email, 'another good password')).headers)
    expect((await as(third, 'GET', '/api/v1/workspace')).status).toBe(200)
    await it.test.perform(it.test.system, 'user', 'update', { id: actor.id!, values: { active: false } })
    await heard()
    expect((await as(third, 'GET', '/api/v1/workspace')).status).toBe(401)
  })

  test('shows new rights from the next request on when the role changes', async () => {
    const { door, actor } = await it.person('Barbara', { default: { read: 'none' } })
    expect((await door('GET', '/api/v1/companies')).status).toBe(404)
    const role = (await it.test.as(it.test.system).read('user', actor.id!, ['role']))['role'].id
    await it.test.perform(it.test.system, 'role', 'update', {
      id: role,
      values: { permissions: { default: { read: 'all' } } as never },
    })
    await heard()
    expect((await door('GET', '/api/v1/companies')).status).toBe(200)
  })
})

describe('a cookie', () => {
  test('does not let another site change anything', async () => {
    const { cookie } = await it.person('Alan')
    const post = (headers: Record<string, string>) =>
      it.stranger('POST', '/api/v1/companies', { body: { name: 'Forged' }, headers: { cookie, ...headers } })
    expect((await post({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('cross_site')
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({})).status).toBe(403)
    expect((await post({ origin: it.address })).status).toBe(201)
    const forged = await it.stranger('POST', '/api/v1/sign-in', {
      body: { email: 'a@b.c', password },
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(forged.status).toBe(403)
  })
})

describe('behind a proxy that is trusted and speaks https', () => {
  test('the cookie is for this host and https only, and browsers are told to stay there', async () => {
    const proxied = await aTestServer(undefined, { trustProxy: true })
    const { app, workspace } = proxied.test
    const actor = await proxied.test.person('Proxied')
    await enterAccount(app.db, {
      workspace,
      user: actor.id!,
      name: 'Proxied',
      email: 'proxied@firm.example',
      hash: await hashPassword(password),
    })
    const headers = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'crm.example',
      origin: 'https://crm.example',
    }
    const entered = await proxied.stranger('POST', '/api/v1/sign-in', {
      body: { email: 'proxied@firm.example', password },
      headers,
    })
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^__Host-rapport=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(entered.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    const cookie = cookieOf(entered.headers)
    expect(
      (
        await proxied.stranger('GET', '/api/v1/workspace', {
          headers: { cookie, 'x-forwarded-proto': 'https' },
        })
      ).status,
    ).toBe(200)
    expect((await proxied.stranger('GET', '/api/v1/workspace', { headers: { cookie } })).status).toBe(401)
    await proxied.close()
  })
})

describe('an API key', () => {
  test('acts under its own role until it is revoked', async () => {
    const { door: ada } = await it.person('Keeper of keys')
    const roles = await ada('GET', '/api/v1/roles?fields=name')
    const readers = (
      await ada('POST', '/api/v1/roles', {
        body: { name: 'Readers', permissions: { default: { read: 'all' } } },
      })
    ).body
    expect(roles.status).toBe(200)
    const made = await ada('POST', '/api/v1/settings/keys', {
      body: { name: 'Integration', role: readers.id },
    })
    expect(made.status).toBe(201)
    expect(made.body.key).toMatch(/^rap_[0-9a-z]{57}$/)
    const asKey = (method: string, path: string, body?: object) =>
      it.stranger(method, path, {
        ...(body === undefined ? {} : { body }),
        headers: { authorization: `Bearer ${made.body.key}` },
      })
    expect((await asKey('GET', '/api/v1/companies')).status).toBe(200)
    expect((await asKey('POST', '/api/v1/companies', { name: 'No' })).status).toBe(403)
    expect((await asKey('GET', '/api/v1/settings/keys')).status).toBe(403)
    const listed = await ada('GET', '/api/v1/settings/keys')
    expect(listed.text).not.toContain(made.body.key)
    expect(listed.body.data[0]).toMatchObject({
      name: 'Integration',
      prefix: made.body.key.slice(0, 8),
      role: { title: 'Readers' },
    })
    expect(listed.body.data[0].last_used_at).not.toBeNull()
    expect((await ada('DELETE', `/api/v1/settings/keys/${made.body.id}`)).status).toBe(204)
    expect((await asKey('GET', '/api/v1/companies')).body.code).toBe('wrong_key')
  })
})

describe('people', () => {
  test('are added with a link on which they choose a password', async () => {
    const { door: ada } = await it.person('Head of people')
    const role = (await ada('GET', '/api/v1/roles?limit=1')).body.data[0].id
    const added = await ada('POST', '/api/v1/settings/people', {
      body: { name: 'Hedy', email: 'hedy@firm.example', role },
    })
    expect(added.status).toBe(201)
    const link: string = added.body.invitation
    const invited = await it.stranger('GET', `/api/v1${link.replace('invitation', 'invitations')}`)
    expect(invited.body).toEqual({ workspace: 'Test', name: 'Hedy', email: 'hedy@firm.example' })
    const accept = `/api/v1${link.replace('invitation', 'invitations')}/accept`
    expect((await it.stranger('POST', accept, { body: { password: 'short' } })).status).toBe(422)
    const entered = await it.stranger('POST', accept, { body: { password } })
    expect(entered.status).toBe(204)
    expect((await it.stranger('POST', accept, { body: { password } })).status).toBe(404)
    expect((await signIn('hedy@firm.example')).status).toBe(204)
    const again = await ada('POST', '/api/v1/settings/people', {
      body: { name: 'Hedy', email: 'hedy@firm.example', role },
    })
    expect(again.status).toBe(409)
    const gone = await ada('POST', `/api/v1/settings/people/${added.body.user.id}/deactivate`)
    expect(gone.body).toMatchObject({ active: false })
    expect(
      (await it.stranger('GET', '/api/v1/workspace', { headers: { cookie: cookieOf(entered.headers) } }))
        .status,
    ).toBe(401)
  })

  test('may not be managed by others than administrators', async () => {
    const { door } = await it.person('Clerk', {
      default: { create: 'all', read: 'all', update: 'all', delete: 'all' },
    })
    for (const [method, path] of [
      ['POST', '/people'],
      ['GET', '/keys'],
      ['POST', '/keys'],
      ['PATCH', '/workspace'],
    ] as const) {
      expect(
        (await door(method, `/api/v1/settings${path}`, { body: method === 'GET' ? undefined : {} })).status,
      ).toBe(403)
    }
  })

  test('see changed settings at once', async () => {
    const { door } = await it.person('Settler')
    const changed = await door('PATCH', '/api/v1/settings/workspace', {
      body: { name: 'New name', currency: 'CHF' },
    })
    expect(changed.body).toMatchObject({
      name: 'New name',
      settings: { currency: 'CHF', zone: 'Europe/Berlin' },
    })
    const wrong = await door('PATCH', '/api/v1/settings/workspace', {
      body: { currency: 'XXXX', zone: 'Moon/Base', nonsense: 1 },
    })
    expect(wrong.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'currency',
      'zone',
      'nonsense',
    ])
  })
})

describe('a new server', () => {
  test('is set up by its first visitor only', async () => {
    const firm = { workspace: 'Müller & Söhne', name: 'Mia Müller', email: 'mia@mueller.example', password }
    await expect(firstWorkspace(it.test.app, firm)).rejects.toMatchObject({
      status: 409,
      code: 'already_set_up',
    })
    const taken = await it.stranger('POST', '/api/v1/set-up', { body: firm })
    expect(taken.status).toBe(409)
  })
})

/** Until a notice from the database has arrived. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 100))
