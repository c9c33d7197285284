import { describe, expect, it } from 'vitest'
import { daysOf, instantsOf, parsePhrase, phraseText } from './relative-dates.ts'

const reader = (over = {}) => ({
  now: new Date('2026-11-22T23:30:00Z'),
  zone: 'Europe/Berlin',
  me: null,
  teams: [],
  fiscal_start: 1,
  week_start: 1,
  currency: 'EUR',
  ...over,
})
const days = (text: string, over = {}): unknown[] => {
  const { start, end } = daysOf(parsePhrase(text)!, reader(over))
  return [start, end]
}

describe('a period of time', () => {
  // In Berlin it is Monday the 23rd already.
  it.each([
    ['today', '2026-11-23', '2026-11-24'],
    ['yesterday', '2026-11-22', '2026-11-23'],
    ['tomorrow', '2026-11-24', '2026-11-25'],
    ['this week', '2026-11-23', '2026-11-30'],
    ['last week', '2026-11-16', '2026-11-23'],
    ['next month', '2026-12-01', '2027-01-01'],
    ['this quarter', '2026-10-01', '2027-01-01'],
    ['Last Year', '2025-01-01', '2026-01-01'],
    ['last 30 days', '2026-10-24', '2026-11-24'],
    ['next 2 weeks', '2026-11-23', '2026-12-08'],
    ['last 1 month', '2026-10-23', '2026-11-24'],
    ['more than 30 days ago', undefined, '2026-10-24'],
    ['more than 2 days ahead', '2026-11-26', undefined],
    ['2026-02-28', '2026-02-28', '2026-03-01'],
    ['9999-12-31', '9999-12-31', undefined],
  ])('%s', (text, start, end) => expect(days(text)).toEqual([start, end]))

  it('follows the reader’s zone, first weekday and fiscal year', () => {
    expect(days('today', { zone: 'America/New_York' })).toEqual(['2026-11-22', '2026-11-23'])
    expect(days('this week', { week_start: 7 })).toEqual(['2026-11-22', '2026-11-29'])
    expect(days('this year', { fiscal_start: 4 })).toEqual(['2026-04-01', '2027-04-01'])
    expect(days('this quarter', { fiscal_start: 2 })).toEqual(['2026-11-01', '2027-02-01'])
    expect(days('last quarter', { fiscal_start: 12 })).toEqual(['2026-06-01', '2026-09-01'])
  })

  it('begins when the day begins, also where the clocks change at midnight', () => {
    const instants = (day: string, zone: string): unknown[] => {
      const { start, end } = instantsOf(parsePhrase(day)!, reader({ zone }))
      return [start?.toString(), end?.toString()]
    }
    expect(instants('2026-03-29', 'Europe/Berlin')).toEqual(['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'])
    expect(instants('2026-09-06', 'America/Santiago')).toEqual([
      '2026-09-06T04:00:00Z',
      '2026-09-07T03:00:00Z',
    ])
    // A day that the island left out.
    expect(instants('2011-12-30', 'Pacific/Apia')).toEqual(['2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'])
  })

  it('is refused when it is none, and reads back what it writes', () => {
    for (const text of ['', 'soon', 'last 0x1 days', 'last 99999 years', '2026-02-30', 'this decade'])
      expect(parsePhrase(text)).toBeUndefined()
    for (const text of ['today', 'last week', 'next 3 days', 'more than 1 month ago', 'now', '2026-02-28'])
      expect(phraseText(parsePhrase(text)!)).toBe(text)
  })
})
