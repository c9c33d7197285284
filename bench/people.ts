import { random } from './random.ts'

const given =
  'Anna Ben Carla David Elif Farid Greta Hugo Ines Jonas Klara Luca Maria Noah Olga Paul Quentin Rosa Samir Tara Uwe Vera Willem Xenia Yusuf Zoe Chloé Søren Łukasz Nuñez'.split(
    ' ',
  )
const syllables = 'ber gor kan lin mar nov pet ros sch tal ver win zel dor fas hol jan kow lam mül'.split(' ')
const ends = 'ski mann son sen ova ez ini er berg stein ard holm'.split(' ')
const industries = ['software', 'health', 'retail', 'finance', 'food', 'media', 'energy', 'other']

export interface MadePerson {
  readonly given_name: string
  readonly family_name: string
  readonly email: string | null
  readonly phone: string | null
  readonly city: string
  /** Number of the company, or null. */
  readonly company: number | null
}

/** People as firms have them: common and rare names, gaps, most at few companies. The same for the same seed. */
export function* people(count: number, companies: number, seed = 1): Generator<MadePerson> {
  const next = random(seed)
  const pick = <Item>(items: readonly Item[], skew = 1): Item =>
    items[Math.floor(next() ** skew * items.length)]!
  for (let n = 0; n < count; n++) {
    const [given_name, family_name] = [
      pick(given, 1.6),
      capital(pick(syllables, 1.5) + pick(syllables) + pick(ends, 1.3)),
    ]
    yield {
      given_name,
      family_name,
      email: next() < 0.88 ? `${ascii(given_name)}.${ascii(family_name)}.${n}@example.com` : null,
      phone: next() < 0.6 ? `+4930${String(1_000_000 + n)}` : null,
      city: pick(['Berlin', 'Wien', 'Zürich', 'London', 'Paris', 'Kraków', 'Oslo', 'Lyon'], 2),
      company: next() < 0.8 ? Math.floor(next() ** 3 * companies) : null,
    }
  }
}

export function* companyNames(
  count: number,
  seed = 2,
): Generator<{ name: string; industry: string; employees: number }> {
  const next = random(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() ** 1.4 * items.length)]!
  for (let n = 0; n < count; n++) {
    const name = `${capital(pick(syllables) + pick(syllables))} ${pick(['GmbH', 'Ltd', 'SA', 'Inc', 'AG', 'BV'])} ${n}`
    yield { name, industry: pick(industries), employees: Math.ceil(1 / (next() ** 2 + 0.0001)) }
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const ascii = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
