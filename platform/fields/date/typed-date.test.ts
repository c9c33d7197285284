import { describe, expect, it } from 'vitest'
import { Unfit } from '../kind.ts'
import { typedDate } from './typed-date.ts'

const german = { today: '2026-11-22', order: 'dmy', locale: 'de-DE' } as const
const american = { today: '2026-11-22', order: 'mdy', locale: 'en-US' } as const

describe('a typed date', () => {
  it.each([
    ['22.11.', '2026-11-22'],
    ['22.11', '2026-11-22'],
    ['1.2.', '2027-02-01'],
    ['24/12/26', '2026-12-24'],
    ['2.5.71', '1971-05-02'],
    ['3 märz', '2027-03-03'],
    ['3. Dez 2028', '2028-12-03'],
    ['morgen', '2026-11-23'],
    ['freitag', '2026-11-27'],
    ['241226', '2026-12-24'],
  ])('reads %s as a German means it', (typed, date) => expect(typedDate(typed, german)).toBe(date))

  it.each([
    ['11/22', '2026-11-22'],
    ['2/1', '2027-02-01'],
    ['dec 24', '2026-12-24'],
    ['Dec 24, 2027', '2027-12-24'],
    ['tomorrow', '2026-11-23'],
    ['+3', '2026-11-25'],
    ['-1', '2026-11-21'],
    ['2w', '2026-12-06'],
    ['in 3 months', '2027-02-22'],
    ['next week', '2026-11-29'],
    ['mon', '2026-11-23'],
    ['sunday', '2026-11-29'],
    ['2027-01-05', '2027-01-05'],
  ])('reads %s as an American means it', (typed, date) => expect(typedDate(typed, american)).toBe(date))

  it('never overflows a month', () => {
    expect(typedDate('1 month', { ...american, today: '2026-01-31' })).toBe('2026-02-28')
  })

  it.each(['', 'soon', '31.2.', '13/13', '2026-02-30', '99'])('says that “%s” is no date', (typed) => {
    expect(() => typedDate(typed, german)).toThrow(Unfit)
  })
})
