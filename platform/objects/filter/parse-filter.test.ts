import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice } from '#platform/fields/choice/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { address } from '#platform/fields/address/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { json } from '#platform/fields/json/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { references } from '#platform/fields/references/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { buildModel } from '../build-model.ts'
import { defineObject } from '../define-object.ts'
import type { FilterJson } from '../json.ts'
import { Problem } from '../problem.ts'
import { describeFilter } from './describe.ts'
import { fieldsNeeded, isLocal } from './fields-needed.ts'
import { matches } from './matches.ts'
import { parseFilter } from './parse-filter.ts'

const objects = [
  defineObject('user', {
    plural: 'users',
    title: 'name',
    owned: false,
    fields: { name: text(), team: reference('team', { inverse: null }) },
  }),
  defineObject('team', { plural: 'teams', title: 'name', owned: false, fields: { name: text() } }),
  defineObject('company', {
    plural: 'companies',
    title: 'name',
    fields: {
      name: text(),
      industry: choice(['software', 'health']),
      seat: address(),
      mails: emails(),
      marks: tags(),
      extra: json(),
    },
  }),
  defineObject('deal', {
    plural: 'deals',
    title: 'name',
    fields: {
      name: text(),
      amount: money(),
      close_on: date(),
      company: reference('company'),
      rivals: references('company', { inverse: null }),
    },
  }),
]
const model = buildModel(objects.map((declaration) => ({ module: 'test', declaration })))
const id = '01890000-0000-7000-8000-000000000001'

const reader = {
  now: new Date('2026-11-22T12:00:00Z'),
  zone: 'Europe/Berlin',
  me: id,
  teams: [],
  fiscal_start: 1,
  week_start: 1,
  currency: 'EUR',
}

function refusal(object: string, filter: unknown, options = {}): string {
  try {
    parseFilter(model, object, filter as FilterJson, options)
  } catch (error) {
    if (error instanceof Problem && error.status === 400 && error.code === 'malformed') return error.detail
    throw error
  }
  return 'none'
}

describe('a wrong filter is refused with a sentence that says where and what', () => {
  it.each([
    [
      'deal',
      { company: { industri: 'software' } },
      'company.industri: company has no field “industri”; did you mean “industry”?',
    ],
    [
      'deal',
      { 'company.industri': 1 },
      'company.industri: company has no field “industri”; did you mean “industry”?',
    ],
    [
      'deal',
      { amount: { foo: 1 } },
      'amount.foo: unknown operator “foo”; number fields know eq, ne, in, notIn, empty, gt, gte, lt, lte, between; its parts are amount, currency.',
    ],
    ['deal', { close_on: { gt: '2026-02-30' } }, 'close_on.gt: There is no such day in the calendar.'],
    [
      'deal',
      { close_on: { within: 'next blue moon' } },
      /^close_on\.within: "next blue moon" is no period of time; known: today, /,
    ],
    ['company', { industry: 'softwear' }, /^industry: Choose /],
    ['deal', { or: [{ amount: { gt: null } }] }, 'or[0].amount.gt: needs a value to compare with.'],
    [
      'deal',
      { amount: { gt: { amount: 5, currency: 'USD' } } },
      'amount.gt: amounts are compared in EUR; name the parts amount and currency instead.',
    ],
    [
      'company',
      { deals: { amount: 5 } },
      'deals.amount: unknown operator “amount”; on “deals” use some, none, every, count, sum, min, max, avg, empty (for example {"some": {"amount": …}}).',
    ],
    [
      'company',
      { deals: { sum: { field: 'name', gt: 5 } } },
      'deals.sum cannot take the sum of “name”: it holds no numbers.',
    ],
    [
      'company',
      { seat: 'Berlin' },
      'seat cannot be compared as a whole; use street, city, region, postal_code, country, empty, contains, startsWith, endsWith, matches.',
    ],
    ['company', { extra: 5 }, 'extra cannot be compared as a whole; use empty.'],
    ['deal', [], 'filter must be a filter, such as {"name": "Acme"}.'],
    ['deal', { not: 5 }, 'not must be a filter, such as {"name": "Acme"}.'],
  ])('%s %j', (object, filter, sentence) => {
    const said = refusal(object, filter)
    if (typeof sentence === 'string') expect(said).toBe(sentence)
    else expect(said).toMatch(sentence)
  })

  it('as if it were not there when the reader may not read the field, also from the other side', () => {
    const readable = (object: string, field: string): boolean =>
      !(object === 'deal' && (field === 'amount' || field === 'company'))
    expect(refusal('deal', { amount: 5 }, { readable })).toMatch(/^amount: deal has no field “amount”/)
    expect(refusal('company', { deals: { some: {} } }, { readable })).toMatch(
      /^deals: company has no field “deals”/,
    )
    expect(refusal('company', { deal: 1 }, { readable })).not.toContain('deals')
  })

  it('when it is nested too deeply or too large', () => {
    let deep: FilterJson = { name: 'x' }
    for (let level = 0; level < 20; level++) deep = { not: deep }
    expect(refusal('deal', deep)).toMatch(/nested too deeply/)
    expect(refusal('deal', { or: Array.from({ length: 1_500 }, () => ({ name: 'x' })) })).toMatch(
      /too many conditions/,
    )
    expect(refusal('deal', { name: { in: Array.from({ length: 6_000 }, () => 'x') } })).toMatch(
      /too many values/,
    )
  })

  it('whatever is thrown at it, and never with anything else', () => {
    const names = [
      'name',
      'amount',
      'close_on',
      'company',
      'rivals',
      'deals',
      'mails',
      'marks',
      'seat',
      'country',
      'extra',
      'owner',
      'and',
      'or',
      'not',
      'eq',
      'in',
      'has',
      'hasAll',
      'some',
      'none',
      'count',
      'sum',
      'field',
      'where',
      'within',
      'between',
      'empty',
      'contains',
      'near',
      '__proto__',
      'constructor',
      'toString',
      '.',
      'a.b',
    ]
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.oneof(
          fc.constantFrom('me', 'my team', 'today', '', id, 'EUR', '\0', '\ud800'),
          fc.double(),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.string(),
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('tree'), { maxKeys: 3 }),
      ),
    }))
    const property = fc.property(tree, fc.constantFrom('deal', 'company'), (filter, object) => {
      refusal(object, JSON.parse(JSON.stringify(filter ?? null)))
    })
    fc.assert(property, { numRuns: 5_000 })
  })
})

describe('a filter in memory', () => {
  const fits = (filter: FilterJson, record: Record<string, unknown>): boolean =>
    matches(parseFilter(model, 'deal', filter, { reader }), record, reader)

  it('takes links as ids and as they are answered', () => {
    expect(fits({ company: id }, { company: id })).toBe(true)
    expect(fits({ company: id }, { company: { id, title: 'Acme' } })).toBe(true)
    expect(fits({ company: { id, title: 'Acme' } }, { company: id })).toBe(true)
    expect(fits({ owner: 'me' }, { owner: id })).toBe(true)
  })

  it('includes the empty in negations', () => {
    expect(fits({ name: { ne: 'x' } }, {})).toBe(true)
    expect(fits({ name: { notIn: ['x'] } }, { name: null })).toBe(true)
    expect(fits({ not: { amount: { gt: 5 } } }, { amount: null })).toBe(true)
  })

  it('compares amounts in foreign currencies by their value in the base currency', () => {
    expect(fits({ amount: { gte: 100 } }, { amount: { amount: 150, currency: 'USD', base: 90 } })).toBe(false)
    expect(
      fits(
        { amount: { amount: { gte: 100 }, currency: 'USD' } },
        { amount: { amount: 150, currency: 'USD', base: 90 } },
      ),
    ).toBe(true)
  })

  it('says what it needs to know', () => {
    const filter = parseFilter(model, 'deal', {
      name: 'x',
      company: { industry: 'health', owner: 'my team' },
      owner: 'me',
    } as never)
    expect(fieldsNeeded(filter)).toEqual(['name', 'company.industry', 'company.owner.team', 'owner'])
    expect(isLocal(filter)).toBe(false)
    expect(isLocal(parseFilter(model, 'deal', { or: [{ name: 'x' }, { company: { empty: true } }] }))).toBe(
      true,
    )
  })
})

describe('a filter as a sentence', () => {
  it.each([
    [
      { amount: { gte: 1000 }, close_on: { within: 'this quarter' } },
      'Amount is at least 1000, and close on is within this quarter',
    ],
    [{ company: { industry: ['software', 'health'] } }, 'Company with industry is Software or Health'],
    [{ not: { name: { contains: 'x' } }, owner: 'me' }, 'Not (name contains “x”), and owner is me'],
    [{ or: [{ name: null }, { amount: 1, name: 'y' }] }, 'Name is empty, or (amount is 1, and name is “y”)'],
  ])('%j', (filter, sentence) => {
    expect(describeFilter(parseFilter(model, 'deal', filter as FilterJson))).toBe(sentence)
  })
})
