import type { DemoCompany } from './customers.ts'
import { tellWork } from './deal-work.ts'
import { users } from './firm.ts'
import {
  competitors,
  lossReasons,
  pipelines,
  seasons,
  type DemoPipeline,
  type DemoStage,
} from './pipelines.ts'
import { products, type DemoProduct } from './products.ts'
import type { Ref, Story, Writing } from './story.ts'
import { lossNotes, nextSteps } from './texts.ts'

export interface DemoDeal {
  readonly ref: Ref
  readonly company: DemoCompany
  readonly person: Ref
  readonly personName: string
  readonly product: DemoProduct
  readonly service: boolean
}

/** What is known as the year goes by: how often each has bought, and which deals there have been. */
interface Ledger {
  readonly bought: Map<DemoCompany, number>
  readonly names: Set<string>
}

/** Four hundred opportunities over the year, each moved through its pipeline until it is won, lost or still open. */
export function tellDeals(story: Story, companies: readonly DemoCompany[]): void {
  const ledger: Ledger = { bought: new Map(), names: new Set() }
  for (const pipeline of pipelines) {
    const starts = Array.from({ length: pipeline.deals }, () => startDay(story)).toSorted((a, b) => a - b)
    for (const start of starts) tellDeal(story, pipeline, start, companies, ledger)
  }
}

function tellDeal(
  story: Story,
  pipeline: DemoPipeline,
  start: number,
  companies: readonly DemoCompany[],
  ledger: Ledger,
): void {
  const { random, calendar } = story
  const service = pipeline.key === 'service'
  const { company, product, pieces, name } = newWish(story, companies, start, service, ledger.names)
  const person = random.pick(company.people.filter((one) => one.since <= start))
  const worth = round(pieces * product.price * (company.currency === 'GBP' ? 0.87 : 1))
  const money = (amount: number) => ({ amount: round(amount), currency: company.currency })
  const first = pipeline.stages[0]!
  const by = company.owner
  const ref = story.create(start, by, 'opportunity', {
    name,
    company: company.ref,
    person: person.ref,
    owner: { ref: `user ${by}` },
    pipeline: { ref: `pipeline ${pipeline.key}` },
    stage: stageRef(pipeline, first.key),
    product: { ref: `product ${product.sku}` },
    amount: service || random.chance(0.7) ? money(worth) : null,
    recurring_amount: service ? money(worth) : null,
    close_on: calendar.date(start + (service ? 30 : random.whole(45, 90))),
    source: service
      ? 'existing_customer'
      : random.weighted([
          ['website', 4],
          ['recommendation', 4],
          ['trade_fair', 2],
          ['existing_customer', 4],
          ['cold_call', 1],
          ['partner', 1],
        ]),
    next_step: random.pick(nextSteps),
  })
  const deal: DemoDeal = { ref, company, person: person.ref, personName: person.name, product, service }
  const knack = users.find((user) => user.key === by)?.knack ?? 1
  let day = story.dayOf(start, by)
  for (const [index, stage] of pipeline.stages.entries()) {
    tellWork(story, deal, day, by, index === 0 ? 'first' : 'open')
    if (random.chance(0.04)) return tellOpenTask(story, deal, day, by)
    const next = story.dayOf(day + Math.max(1, Math.round(random.skewed(stage.days, 0.6))), by)
    if (next >= calendar.last || next <= day) return tellOpenTask(story, deal, day, by)
    day = next
    const goesOn = random.chance(Math.min(0.97, stage.goOn * (stage.goOn < 0.9 ? knack : 1)))
    if (!goesOn) return tellLost(story, deal, pipeline, day, by)
    const following = pipeline.stages[index + 1]
    if (following === undefined) return tellWon(story, deal, pipeline, day, by, ledger)
    story.update(
      day,
      by,
      'opportunity',
      ref,
      moved(story, deal, pipeline, following, day, money(worth * random.skewed(1, 0.08))),
    )
  }
}

/** Who wants how many of what; nobody wants the same twice in a year. */
function newWish(
  story: Story,
  companies: readonly DemoCompany[],
  day: number,
  service: boolean,
  taken: Set<string>,
) {
  const { random } = story
  const offered = products.filter((one) =>
    service ? one.category === 'Service' && one.kind === 'subscription' : one.category === 'Machines',
  )
  for (;;) {
    const company = buyer(story, companies, day, service)
    const product = random.pick(offered)
    const pieces = service
      ? random.whole(1, 4)
      : Math.max(1, Math.round(random.skewed(company.trade.deal, 0.75) / product.price))
    const name = service
      ? `${product.name} for ${company.name}`
      : `${company.name}: ${pieces === 1 ? '' : `${pieces} × `}${product.name}`
    if (taken.has(name)) continue
    taken.add(name)
    return { company, product, pieces, name }
  }
}

function moved(
  story: Story,
  deal: DemoDeal,
  pipeline: DemoPipeline,
  to: DemoStage,
  day: number,
  amount: { amount: number; currency: string },
): Writing['values'] {
  const { random, calendar } = story
  const gates = to.gateFields ?? []
  const known = deal.company.people.filter((one) => one.since <= day).map((one) => one.ref)
  return {
    stage: stageRef(pipeline, to.key),
    next_step: random.pick(nextSteps),
    ...(gates.includes('contacts')
      ? { contacts: [deal.person, ...random.some(known, 2).filter((one) => one !== deal.person)] }
      : {}),
    ...(gates.includes('amount') ? { amount, close_on: calendar.date(day + random.whole(14, 40)) } : {}),
  }
}

function tellWon(
  story: Story,
  deal: DemoDeal,
  pipeline: DemoPipeline,
  day: number,
  by: string,
  { bought }: Ledger,
): void {
  const { company } = deal
  story.update(day, by, 'opportunity', deal.ref, { stage: stageRef(pipeline, 'won'), next_step: null })
  tellWork(story, deal, day, by, 'won')
  const times = (bought.get(company) ?? 0) + 1
  bought.set(company, times)
  if (company.customer || times > 2) return
  story.update(day, by, 'company', company.ref, {
    is_customer: true,
    life_cycle_phase: times === 1 ? 'acquired' : 'retained',
  })
}

function tellLost(story: Story, deal: DemoDeal, pipeline: DemoPipeline, day: number, by: string): void {
  const { random } = story
  const reason = random.weighted(lossReasons)
  const other = reason === 'Competitor' || (reason === 'Price' && random.chance(0.5))
  story.update(day, by, 'opportunity', deal.ref, {
    stage: stageRef(pipeline, 'lost'),
    next_step: null,
    loss_reason: { ref: `loss_reason ${reason}` },
    ...(other ? { competitor: { ref: `competitor ${random.pick(competitors)[0]}` } } : {}),
    ...(random.chance(0.4) ? { loss_note: random.pick(lossNotes) } : {}),
  })
  tellWork(story, deal, day, by, 'lost')
}

/** Most open deals have a next thing to do; some are overdue, and some have nothing planned. */
function tellOpenTask(story: Story, deal: DemoDeal, day: number, by: string): void {
  const { random, calendar } = story
  if (random.chance(0.2)) return
  const due = random.chance(0.75) ? calendar.last + random.whole(1, 16) : day + random.whole(2, 6)
  tellWork(story, deal, day, by, 'task', due)
}

/** Who buys: one that is known, large ones more often; service goes to those who are customers. */
function buyer(
  { random }: Story,
  companies: readonly DemoCompany[],
  day: number,
  service: boolean,
): DemoCompany {
  const known = companies.filter(
    (one) =>
      one.since <= day && (!service || one.customer) && one.people.some((person) => person.since <= day),
  )
  return random.weighted(known.map((one) => [one, 1 + Math.sqrt(one.employees) / 8] as const))
}

/** More of them in autumn than in summer, and more at the end of the year than at its beginning. */
function startDay({ random, calendar }: Story): number {
  for (;;) {
    const day = calendar.workday(random.whole(1, calendar.last - 1))
    if (random.next() * 1.7 < seasons[calendar.month(day) - 1]! * (0.8 + (0.4 * day) / calendar.last))
      return day
  }
}

const stageRef = (pipeline: DemoPipeline, stage: string): Ref => ({ ref: `stage ${pipeline.key} ${stage}` })

/** To five, and to fifty above a thousand, as offers are. */
const round = (amount: number): number =>
  amount < 1000 ? Math.round(amount / 5) * 5 : Math.round(amount / 50) * 50
