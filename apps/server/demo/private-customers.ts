import { addressAt, phoneAt, slugOf } from './contact-data.ts'
import type { DemoCompany } from './customers.ts'
import { users } from './firm.ts'
import { familyNames, givenNames } from './people-names.ts'
import { places } from './places.ts'
import type { Story } from './story.ts'

/** People who buy for themselves, found through the website and at fairs. */
export function tellPrivateCustomers(story: Story, count: number): void {
  const { random, calendar } = story
  for (let index = 0; index < count; index++) {
    const place = random.weighted(places.map((one) => [one, one.weight] as const))
    const [given_name, salutation] = random.pick(givenNames)
    const family_name = random.pick(familyNames)
    const owner = random.pick(users.filter((user) => user.area === place.area)).key
    const day = random.chance(0.4) ? 0 : calendar.workday(random.whole(1, calendar.last))
    const address = `${slugOf(given_name)}.${slugOf(family_name)}${random.whole(1, 99)}@example.net`
    const person = story.create(day, day === 0 ? 'mara' : owner, 'person', {
      given_name,
      family_name,
      salutation,
      owner: { ref: `user ${owner}` },
      emails: [{ value: address, kind: 'private', primary: true }],
      phones: random.chance(0.4) ? [{ value: phoneAt(random, place), kind: 'private', primary: true }] : null,
      address: addressAt(random, place),
      language: place.country === 'GB' ? 'en' : 'de',
      source: random.pick(['website', 'trade_fair', 'recommendation', 'social_media']),
      life_cycle_phase: random.chance(0.5) ? 'acquired' : 'prospect',
    })
    if (!random.chance(0.6)) continue
    story.create(day, day === 0 ? 'mara' : owner, 'consent', {
      person,
      address,
      channel: 'email',
      purpose: 'newsletter',
      state: 'given',
      given_at: calendar.at(day, 9, random.whole(0, 59)).toISOString(),
      source: 'website',
      proof: 'Ticked “Send me the newsletter” on the order form and confirmed by mail.',
    })
    if (!random.chance(0.12)) continue
    const end = random.whole(day + 1, calendar.last)
    story.create(end, owner, 'consent', {
      person,
      address,
      channel: 'email',
      purpose: 'newsletter',
      state: 'withdrawn',
      source: 'website',
      proof: 'Followed the link in the newsletter.',
    })
  }
}

/** Who works where else, who changed jobs, and which companies belong together. */
export function tellTies(story: Story, companies: readonly DemoCompany[]): void {
  const { random, calendar } = story
  const staffed = companies.filter((one) => one.people.length > 0)
  for (let index = 0; index < 40; index++) {
    const [from, to] = random.some(staffed, 2)
    const person = random.pick(from!.people)
    const until = calendar.date(-random.whole(60, 1500))
    story.create(Math.max(person.since, to!.since) + 4, from!.owner, 'position', {
      person: person.ref,
      company: to!.ref,
      job_title: random.pick(to!.trade.titles),
      until,
    })
  }
  for (let index = 0; index < 24; index++) {
    const [from, to] = random.some(companies, 2)
    story.create(Math.max(from!.since, to!.since) + 4, from!.owner, 'relationship', {
      company: from!.ref,
      other_company: to!.ref,
      relationship_kind: {
        ref: `relationship_kind ${random.pick(['is partner of', 'supplies', 'recommended us to', 'advises'])}`,
      },
      since: calendar.date(-random.whole(30, 2500)),
    })
  }
}
