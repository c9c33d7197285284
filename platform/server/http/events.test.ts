import { request as rawRequest, type ClientRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTestServer, type Door, type TestServer } from '../testing/test-server.ts'

let it: TestServer
let ada: Door

interface Event {
  readonly id: string
  readonly name: string
  readonly data: any
}

beforeAll(async () => {
  it = await aTestServer(undefined, { heartbeat: 100, eventBuffer: 20_000 })
  ada = (await it.person('Ada')).door
})
afterAll(() => it.close())

/** An open stream, as a browser has it. */
function open(headers: Record<string, string>): {
  events: Event[]
  ended: Promise<void>
  opened: Promise<number>
  request: ClientRequest
  pause(): void
} {
  const events: Event[] = []
  const sent = rawRequest(`${it.address}/api/v1/events`, { headers })
  let pause = (): void => undefined
  const opened = Promise.withResolvers<number>()
  const ended = new Promise<void>((resolve) => {
    sent.on('response', (answer) => {
      let text = ''
      pause = () => void answer.pause()
      opened.resolve(answer.statusCode ?? 0)
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n')
        text = blocks.pop()!
        for (const block of blocks) {
          const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
          if (line('data') !== '')
            events.push({ id: line('id'), name: line('event'), data: JSON.parse(line('data')) })
        }
      })
      answer.on('close', () => resolve())
      answer.on('error', () => resolve())
    })
    sent.on('error', () => resolve())
  })
  sent.end()
  return { events, ended, opened: opened.promise, request: sent, pause: () => pause() }
}

async function until(holds: () => boolean, why: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`Waited in vain: ${why}`)
}

describe('a stream of events', () => {
  test('tells what others do as they do it', async () => {
    const { cookie } = await it.person('Grace')
    const stream = open({ cookie })
    expect(await stream.opened).toBe(200)
    const made = await ada('POST', '/api/v1/companies', { body: { name: 'Live' } })
    await until(() => stream.events.some((event) => event.data.record === made.body.id), 'the event')
    const event = stream.events.find((one) => one.data.record === made.body.id)!
    expect(event).toMatchObject({
      name: 'change',
      data: { object: 'company', verb: 'created', change: made.headers.get('rapport-change') },
    })
    expect(event.data.changes.name).toEqual([null, 'Live'])
    stream.request.destroy()
  })

  test('goes on where it was when it comes back', async () => {
    const { cookie } = await it.person('Margaret')
    const first = open({ cookie })
    await first.opened
    await ada('POST', '/api/v1/companies', { body: { name: 'Before' } })
    await until(() => first.events.length > 0, 'the first event')
    first.request.destroy()
    const missed = await ada('POST', '/api/v1/companies', { body: { name: 'Missed' } })
    const again = open({ cookie, 'last-event-id': first.events.at(-1)!.id })
    await until(() => again.events.some((event) => event.data.record === missed.body.id), 'what was missed')
    again.request.destroy()
  })

  test('leaves out records and fields that its listener may not see', async () => {
    const permissions = {
      default: { read: 'own' },
      objects: { company: { read: 'all', fields: { employees: 'hidden' } }, stage: { read: 'none' } },
    } as const
    const { cookie } = await it.person('Own', permissions)
    const stream = open({ cookie })
    await stream.opened
    await ada('POST', '/api/v1/people', { body: { name: 'Not yours' } })
    await ada('POST', '/api/v1/stages', { body: { name: 'Not even there' } })
    const seen = await ada('POST', '/api/v1/companies', { body: { name: 'Seen', employees: 7 } })
    await until(() => stream.events.some((event) => event.data.record === seen.body.id), 'the visible one')
    expect(stream.events.map((event) => event.data.object)).toEqual(['company'])
    expect(stream.events[0]!.data.changes).not.toHaveProperty('employees')
    stream.request.destroy()
  })

  test('survives a burst when it reads', async () => {
    const { cookie } = await it.person('Reader')
    const stream = open({ cookie })
    await stream.opened
    const rows = Array.from({ length: 400 }, (_, at) => ({ create: { name: `${'y'.repeat(250)}${at}` } }))
    await ada('POST', '/api/v1/companies/batch', { body: { rows } })
    await until(() => stream.events.length === 400, 'all of the burst')
    stream.request.destroy()
  })

  test('ends when its session ends', async () => {
    const { cookie, door } = await it.person('Leaver')
    const stream = open({ cookie })
    await stream.opened
    await door('POST', '/api/v1/sign-out')
    await stream.ended
  })

  test('is cut off when it does not read what it is told', async () => {
    const { cookie } = await it.person('Sleeper')
    const stream = open({ cookie })
    await stream.opened
    stream.pause()
    const rows = Array.from({ length: 400 }, (_, at) => ({ create: { name: `${'x'.repeat(250)}${at}` } }))
    for (let round = 0; round < 60 && (await figure()) > 0; round++)
      await ada('POST', '/api/v1/companies/batch', { body: { rows } })
    expect(await figure()).toBe(0)
    stream.request.destroy()
  })

  const figure = async () =>
    Number(/^event_streams (\d+)$/m.exec((await it.stranger('GET', '/metrics')).text)?.[1])

  test('is not for strangers', async () => {
    expect((await it.stranger('GET', '/api/v1/events')).status).toBe(401)
  })
})
