import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type Door, type TestServer } from '../testing/test-server.ts'

let it: TestServer
let ada: Door
let web: string

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'rapport-web-'))
  await mkdir(join(web, 'assets'))
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Rapport</title>')
  await writeFile(join(web, 'assets/app-1a2b.js'), 'plain')
  await writeFile(join(web, 'assets/app-1a2b.js.br'), 'compressed')
  it = await aTestServer(undefined, { fileLimit: 50_000, webFolder: web })
  ada = (await it.person('Ada')).door
})
afterAll(async () => {
  await it.close()
  await rm(web, { recursive: true })
})

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])

function upload(door: Door, content: Buffer | string, name: string, type = 'application/octet-stream') {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), name)
  return door('POST', '/api/v1/files', { body: form })
}

describe('a file', () => {
  test('is kept once by its content, with what the server says of it', async () => {
    const made = await upload(ada, 'Hello', 'Grüße.txt', 'text/html')
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Grüße.txt',
      media_type: 'text/plain',
      size: 5,
      owner: { title: 'Ada' },
    })
    expect(made.body.sha256).toBe('185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969')
    expect((await upload(ada, 'Hello', 'Again.txt')).body.sha256).toBe(made.body.sha256)
    const content = await ada('GET', `/api/v1/files/${made.body.id}/content`)
    expect(content.text).toBe('Hello')
    expect(content.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt",
    )
    expect(content.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is shown by browsers only when it is a picture that cannot run anything', async () => {
    const shown = async (content: Buffer | string, name: string, type: string) => {
      const { body } = await upload(ada, content, name, type)
      const { headers } = await ada('GET', `/api/v1/files/${body.id}/content`)
      return [
        headers.get('content-type'),
        headers.get('content-disposition')!.split(';')[0],
        headers.get('content-security-policy'),
      ]
    }
    expect(await shown(png, 'photo.png', 'text/html')).toEqual([
      'image/png',
      'inline',
      "default-src 'none'; sandbox",
    ])
    for (const [content, name] of [
      ['<svg onload="alert(1)"/>', 'x.svg'],
      ['<html><script>alert(1)</script>', 'photo.png'],
      ['<!-- --><!DOCTYPE html>', 'x.htm'],
    ] as const) {
      expect((await shown(content, name, 'image/png')).slice(0, 2)).toEqual([
        'application/octet-stream',
        'attachment',
      ])
    }
  })

  test('is refused when it is too large or no file at all, and nothing is left behind', async () => {
    const large = await upload(ada, Buffer.alloc(60_000), 'large.bin')
    expect([large.status, large.body.code]).toEqual([413, 'too_large'])
    expect((await ada('GET', '/api/v1/files?name=large.bin')).body.data).toEqual([])
    expect((await ada('POST', '/api/v1/files', { body: {} })).status).toBe(415)
    expect((await ada('POST', '/api/v1/files', { body: new FormData() })).status).toBe(400)
  })

  test('is only for those who may see its record, and its facts cannot be forged', async () => {
    const { body } = await upload(ada, 'Secret', 'secret.txt')
    const { door: other } = await it.person('Other', {
      default: { create: 'all', read: 'own', update: 'own' },
    })
    expect((await other('GET', `/api/v1/files/${body.id}/content`)).status).toBe(404)
    const forged = (await upload(other, 'Mine', 'mine.txt')).body
    const patch = await other('PATCH', `/api/v1/files/${forged.id}`, { body: { sha256: body.sha256 } })
    expect(patch.status).toBe(422)
    const { door: none } = await it.person('None', { default: { read: 'all' } })
    expect((await upload(none, 'No', 'no.txt')).status).toBe(403)
  })
})

describe('the web app', () => {
  test('has one page for all its addresses, which browsers ask for each time', async () => {
    for (const path of [
      '/',
      '/companies',
      '/companies/0198c5a2-7f00-7000-8000-0123456789ab',
      '/settings/people?x=1.2',
    ]) {
      const page = await it.stranger('GET', path)
      expect([
        path,
        page.status,
        page.headers.get('cache-control'),
        page.headers.get('content-type'),
      ]).toEqual([path, 200, 'no-cache', 'text/html; charset=utf-8'])
    }
  })

  test('has files that are kept for good and come compressed', async () => {
    const file = await fetch(`${it.address}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'br' } })
    expect(file.headers.get('content-encoding')).toBe('br')
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    await file.body?.cancel()
    expect(
      (await it.stranger('GET', '/assets/app-1a2b.js', { headers: { 'accept-encoding': 'identity' } })).text,
    ).toBe('plain')
  })

  test('does not answer for the API, nor for files that are not there, nor outside of its folder', async () => {
    for (const path of [
      '/api/v1/x/y/z/w',
      '/api/x',
      '/assets/gone.js',
      '/favicon.ico',
      '/..%2f..%2fetc/passwd.txt',
      '/%2e%2e/%2e%2e/etc/passwd.txt',
    ]) {
      const answer = await it.stranger('GET', path)
      expect([path, answer.status >= 400 && answer.status < 500, answer.headers.get('content-type')]).toEqual(
        [path, true, 'application/problem+json; charset=utf-8'],
      )
    }
    expect((await it.stranger('POST', '/companies')).status).toBe(404)
  })
})
