import { companyTags } from './texts.ts'
import { names, trades, type Trade } from './company-names.ts'
import { users } from './firm.ts'
import { addressAt, phoneAt, slugOf } from './contact-data.ts'
import { familyNames, givenNames } from './people-names.ts'
import { places, type Place } from './places.ts'
import type { Ref, Story } from './story.ts'

export interface DemoCompany {
  readonly ref: Ref
  readonly name: string
  readonly trade: Trade
  readonly currency: string
  readonly employees: number
  readonly owner: string
  /** First day on which it is known. */
  readonly since: number
  readonly customer: boolean
  readonly people: DemoPerson[]
}

export interface DemoPerson {
  readonly ref: Ref
  readonly name: string
  readonly since: number
}

const companies = 200
/** Of them, those that the firm brought along when it began with Rapport. */
const brought = 148

/** Two hundred companies: three quarters of them known from the first day, the others found during the year. */
export function tellCompanies(story: Story): DemoCompany[] {
  const taken = new Set<string>()
  const told: DemoCompany[] = []
  for (let index = 0; index < companies; index++) told.push(tellCompany(story, index, taken, told))
  return told
}

function tellCompany(
  story: Story,
  index: number,
  taken: Set<string>,
  told: readonly DemoCompany[],
): DemoCompany {
  const { random, calendar } = story
  const trade = random.weighted(trades.map((one) => [one, one.weight] as const))
  const place = random.weighted(places.map((one) => [one, one.weight] as const))
  const name = freshName(story, trade, place, taken)
  const employees = Math.max(1, Math.round(random.skewed(trade.employees, 0.9)))
  const owner = ownerOf(story, place, employees)
  const since = index < brought ? 0 : calendar.workday(random.whole(5, calendar.last - 3))
  const customer = index < brought && random.chance(0.62)
  const parent =
    index > 20 && random.chance(0.07) ? told.slice(0, 20).find((one) => one.trade === trade) : undefined
  const domain = `${slugOf(name)}.example`
  const [phone, office] = [phoneAt(random, place), random.chance(0.7)]
  const currency = place.country === 'GB' ? 'GBP' : 'EUR'
  const revenue = Math.round((employees * random.skewed(95_000, 0.5)) / 1000) * 1000
  const ref = story.create(since, since === 0 ? 'mara' : owner, 'company', {
    name,
    domain,
    employees,
    owner: { ref: `user ${owner}` },
    industry: trade.industry,
    size: sizeOf(employees),
    annual_revenue: { amount: revenue, currency },
    website: `https://www.${domain}`,
    phones: [{ value: phone, kind: 'work', primary: true }],
    emails: office ? [{ value: `office@${domain}`, kind: 'work', primary: true }] : null,
    billing_address: addressAt(random, place),
    source:
      since === 0
        ? 'import'
        : random.pick(['website', 'recommendation', 'trade_fair', 'search', 'cold_call', 'partner']),
    is_customer: customer,
    life_cycle_phase: customer ? random.pick(['retained', 'retained', 'extended']) : 'prospect',
    rank: random.weighted([
      ['a', employees > 300 ? 5 : 1],
      ['b', 3],
      ['c', 5],
      ['d', 1],
    ]),
    credit_standing: customer
      ? random.weighted([
          ['excellent', 2],
          ['good', 6],
          ['fair', 2],
          ['poor', 1],
        ])
      : 'unknown',
    founded: random.chance(0.6) ? random.whole(1948, 2021) : null,
    tags: random.chance(0.35) ? random.some(companyTags, random.whole(1, 2)) : null,
  })
  if (parent !== undefined) story.update(since, owner, 'company', ref, { parent: parent.ref })
  const company: DemoCompany = { ref, name, trade, currency, employees, owner, since, customer, people: [] }
  tellPeopleOf(story, company, place, domain)
  return company
}

function tellPeopleOf(story: Story, company: DemoCompany, place: Place, domain: string): void {
  const { random, calendar } = story
  const [least, most] = company.trade.people
  const titles = random.some(company.trade.titles, company.trade.titles.length)
  for (let count = random.whole(least, most); count > 0; count--) {
    const [given_name, salutation] = random.pick(givenNames)
    const family_name = random.pick(familyNames)
    const since = random.chance(0.75)
      ? company.since
      : calendar.workday(random.whole(company.since + 1, calendar.last))
    const email = `${slugOf(given_name)}.${slugOf(family_name)}@${domain}`
    const mobile = random.chance(0.55)
    const ref = story.create(since, since === 0 ? 'mara' : company.owner, 'person', {
      given_name,
      family_name,
      salutation,
      company: company.ref,
      owner: { ref: `user ${company.owner}` },
      job_title: titles.shift() ?? 'Assistant',
      emails: random.chance(0.92) ? [{ value: email, kind: 'work', primary: true }] : null,
      phones: mobile ? [{ value: phoneAt(random, place), kind: 'work', primary: true }] : null,
      language: place.country === 'GB' ? 'en' : 'de',
      source:
        since === 0
          ? 'import'
          : random.pick(['website', 'recommendation', 'trade_fair', 'cold_call', 'partner']),
      life_cycle_phase: company.customer ? 'retained' : 'prospect',
      preferred_channel: random.chance(0.3) ? random.pick(['email', 'phone', 'mobile', 'visit']) : null,
      do_not_contact: random.chance(0.02),
    })
    company.people.push({ ref, since, name: `${given_name} ${family_name}` })
  }
}

function freshName({ random }: Story, trade: Trade, { city }: Place, taken: Set<string>): string {
  for (;;) {
    const form = random.pick(trade.names)
    const name = form
      .replace('{n}', random.pick(names))
      .replace('{f}', random.pick(familyNames))
      .replace('{g}', random.pick(familyNames))
      .replace('{c}', city)
    if (taken.has(slugOf(name))) continue
    taken.add(slugOf(name))
    return name
  }
}

/** Large ones belong to the key accounts, the others to those who sell in their area. */
function ownerOf({ random }: Story, place: Place, employees: number): string {
  const area = employees > 400 ? 'key' : place.area
  return random.pick(users.filter((user) => user.area === area)).key
}

function sizeOf(employees: number): string {
  const sizes = [
    [10, 'up_to_9'],
    [50, 'up_to_49'],
    [250, 'up_to_249'],
    [1000, 'up_to_999'],
    [5000, 'up_to_4999'],
  ] as const
  return sizes.find(([below]) => employees < below)?.[1] ?? 'from_5000'
}
