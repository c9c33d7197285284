import { describe, expect, it } from 'vitest'
import { typedDatetime } from './typed-datetime.ts'

const now = new Date('2026-11-22T10:00:00Z')
const german = { today: '2026-11-22', order: 'dmy', locale: 'de-DE', zone: 'Europe/Berlin', now } as const

describe('a typed date and time', () => {
  it.each([
    ['22.11. 14:30', '2026-11-22T13:30:00.000Z'],
    ['22.11.2026, 14:30', '2026-11-22T13:30:00.000Z'],
    ['tomorrow 9', '2026-11-23T08:00:00.000Z'],
    ['morgen um 9 uhr', '2026-11-23T08:00:00.000Z'],
    ['14:30', '2026-11-22T13:30:00.000Z'],
    ['3pm', '2026-11-22T14:00:00.000Z'],
    ['1.7.', '2027-07-01T07:00:00.000Z'],
    ['1.7. 8', '2027-07-01T06:00:00.000Z'],
    ['now', '2026-11-22T10:00:00.000Z'],
    ['in 2 hours', '2026-11-22T12:00:00.000Z'],
    ['24 dez', '2026-12-24T08:00:00.000Z'],
    ['2026-11-22 08:15', '2026-11-22T07:15:00.000Z'],
  ])('reads %s', (typed, instant) => expect(typedDatetime(typed, german)).toBe(instant))

  it.each(['25:00', 'tomorrow 12:75', 'soon'])('refuses %s', (typed) =>
    expect(() => typedDatetime(typed, german)).toThrow(),
  )
})
