import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantIn } from './instant-in.ts'

test('a local time is the instant that Temporal takes it for, gaps and repeated hours included', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Africa/Casablanca',
    'Pacific/Apia',
    'UTC',
  )
  const minute = fc.integer({ min: Date.UTC(1920, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 })
  const changes = fc.constantFrom(
    '2026-03-29T02:30',
    '2026-10-25T02:30',
    '2026-03-08T02:59',
    '2026-04-05T01:45',
    '2011-12-30T12:00',
  )
  const local = fc.oneof(
    minute.map((at) => new Date(at * 60_000).toISOString().slice(0, 16)),
    changes,
  )
  fc.assert(
    fc.property(zone, local, (name, written) => {
      const wanted = Temporal.PlainDateTime.from(written).toZonedDateTime(name, {
        disambiguation: 'compatible',
      })
      expect([name, written, instantIn(name, `${written}:00.000`)]).toEqual([
        name,
        written,
        wanted.epochMilliseconds,
      ])
    }),
    { numRuns: 2000 },
  )
})
