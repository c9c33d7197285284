import fc, { type Arbitrary } from 'fast-check'
import type { World } from './agreement-world.ts'

/** Few different values each, so that rows and operands meet; the awkward ones among them. */
export const pools = {
  name: [
    'Müller & Söhne',
    'MULLER',
    'Łódź Straße',
    'strasse 50%',
    'a_b',
    'O’Brien-Smith',
    'Ærø',
    'x',
    '100',
    'Ελλάς',
    'Élan vital',
    String.raw`back\slash`,
  ],
  number: [0, 0.1, 0.2, 0.3, 1, 2, 3, 7, -1.5, 1000, 999_999_999_999.25, 1e-8],
  whole: [0, 1, 2, 3, 50, 9_000_000_000],
  date: [
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-04-01',
    '2025-12-31',
    '2024-02-29',
    '2020-01-01',
    '0001-01-01',
    '9999-12-31',
  ],
  // Around the hour that Berlin left out, around midnights, and far away.
  time: [
    '2026-03-28T22:59:59.999Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
    '2025-10-26T00:30:00.000Z',
    '2025-12-31T23:00:00.000Z',
    '2026-02-01T12:00:00.123Z',
    '1999-01-01T00:00:00.000Z',
  ],
  address: [
    { street: 'Hauptstraße 5', city: 'München', country: 'DE' },
    { city: 'Munchen', postal_code: '80331', country: 'DE' },
    { city: 'Paris', region: 'Île-de-France', country: 'FR' },
    { country: 'US' },
  ],
  place: [
    { latitude: 52.52, longitude: 13.405 },
    { latitude: 48.137, longitude: 11.575 },
    { latitude: -33.9, longitude: 151.2 },
    { latitude: 0, longitude: 180 },
  ],
  mails: ['ana@example.com', 'bob@example.org', 'carl@müller.de'],
  calls: ['+493012345678', '+14155550100'],
  marks: ['vip', 'Alt', 'übrig', 'a,b"c'],
} as const

const maybe = <T>(value: Arbitrary<T>): Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 })
const of = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)
const some = <T>(values: readonly T[]): Arbitrary<T[] | null> =>
  maybe(fc.uniqueArray(of(values), { minLength: 1, maxLength: 3 }))

const money = fc.record({
  amount: of(pools.number.filter((one) => one > 1e-4 || one <= 0)),
  currency: of(['EUR', 'EUR', 'USD', 'JPY']),
})
const entries = (values: readonly string[], kinds: readonly string[]): Arbitrary<object[] | null> =>
  maybe(
    fc
      .tuple(fc.uniqueArray(of(values), { minLength: 1, maxLength: 2 }), of(kinds))
      .map(([list, kind]) =>
        list.map((value, at) => ({ value, ...(at === 1 ? {} : { kind }), primary: at === 0 })),
      ),
  )

const idOf = (kind: string, index: number): string => `00000000-0000-4000-8000-0000000000${kind}${index}`
const ids = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => idOf(kind, index))

/** Ids by object; the first user is `me`, the first team `my team`. */
export const worldIds: Readonly<Record<string, readonly string[]>> = {
  team: ids('a', 3).map((id) => id.replace(/a(\d)$/, (_, digit) => `a${Number(digit) + 1}`)),
  user: ids('0', 4).map((id) => id.replace(/(\d)$/, (digit) => String(Number(digit) + 1))),
  branch: ids('b', 3),
  firm: ids('f', 6),
  person: ids('d', 5),
  deal: ids('e', 9),
}

const link = (object: string): Arbitrary<string | null> => maybe(of(worldIds[object]!))
const links = (object: string): Arbitrary<string[] | null> => some(worldIds[object]!)
const rows = (object: string, fields: Record<string, Arbitrary<unknown>>): Arbitrary<Record<string, any>[]> =>
  fc.tuple(
    ...worldIds[object]!.map((id) =>
      fc.record({
        id: fc.constant(id),
        created_at: of(pools.time),
        owner: link('user'),
        team: link('team'),
        ...fields,
      }),
    ),
  )

/** Rows of every object of `agreementObjects`. */
export const arbitraryWorld: Arbitrary<World> = fc.record({
  team: rows('team', { name: of(pools.name) }),
  user: rows('user', { name: of(pools.name), team: link('team') }),
  branch: rows('branch', {
    name: maybe(of(pools.name)),
    code: maybe(of(pools.whole)),
    active: maybe(fc.boolean()),
  }),
  firm: rows('firm', {
    name: maybe(of(pools.name)),
    note: maybe(of(['line one\nline two', 'müller\tgmbh', ...pools.name])),
    page: maybe(of(['<p>Größe &amp; mehr</p>', '<b>x</b>y', 'plain', '<p>a&nbsp;b</p>'])),
    site: maybe(of(['https://example.com', 'https://www.example.com/a_b', 'https://müller.de'])),
    mail: maybe(of(pools.mails)),
    mails: entries(pools.mails, ['work', 'home']),
    calls: entries(pools.calls, ['mobile']),
    seat: maybe(of(pools.address)),
    place: maybe(of(pools.place)),
    staff: maybe(of(pools.number)),
    halls: maybe(of(pools.whole)),
    revenue: maybe(money),
    share: maybe(of(pools.number.slice(0, 6))),
    stars: maybe(of([1, 2, 5])),
    age: maybe(of([0, 90, 3600])),
    founded: maybe(of(pools.date)),
    seen_at: maybe(of(pools.time)),
    active: maybe(fc.boolean()),
    size: maybe(of(['small', 'large', 'huge'])),
    channels: some(['mail', 'phone', 'chat']),
    marks: some(pools.marks),
    extra: maybe(of([{ a: 1 }, 'text', 0])),
    branch: link('branch'),
    parent: link('firm'),
    friends: links('person'),
  }),
  person: rows('person', {
    name: maybe(of(pools.name)),
    born: maybe(of(pools.date)),
    firm: link('firm'),
    boss: link('user'),
  }),
  deal: rows('deal', {
    name: maybe(of(pools.name)),
    amount: maybe(money),
    chance: maybe(of(pools.number.slice(0, 6))),
    close_on: maybe(of(pools.date)),
    at: maybe(of(pools.time)),
    kind: maybe(of(['new', 'more'])),
    firm: link('firm'),
    contacts: links('person'),
  }),
})
