import type { DemoDeal } from './deals.ts'
import type { Story } from './story.ts'
import { filled, outcomes, sayings, taskKinds } from './texts.ts'

type Occasion = 'first' | 'open' | 'won' | 'lost' | 'task'

/** What is said, noted and planned around a deal on a day: talks, notes and tasks, as they come. */
export function tellWork(
  story: Story,
  deal: DemoDeal,
  day: number,
  by: string,
  occasion: Occasion,
  due?: number,
): void {
  if (occasion === 'task') return tellTask(story, deal, day, by, due ?? day + 3, false)
  const { random } = story
  const kind = deal.service && (occasion === 'first' || occasion === 'open') ? 'service' : occasion
  if (random.chance(0.68)) tellInteraction(story, deal, day, by, random.pick(sayings[kind]))
  if (random.chance(0.16)) tellNote(story, deal, day, by, random.pick(sayings[kind]))
  if ((occasion === 'first' || occasion === 'open') && random.chance(0.42))
    tellTask(story, deal, day, by, day + random.whole(1, 5), true)
}

function tellInteraction(
  story: Story,
  deal: DemoDeal,
  day: number,
  by: string,
  [subject, body]: readonly [string, string],
): void {
  const { random, calendar } = story
  const channel = random.weighted([
    ['phone', 5],
    ['email', 4],
    ['meeting', 2],
    ['visit', 1],
  ] as const)
  const spoken = channel !== 'email'
  story.create(day, by, 'interaction', {
    subject: words(deal, subject),
    body: `<p>${words(deal, body)}</p>`,
    channel,
    direction: random.chance(0.6) ? 'out' : 'in',
    at: calendar.at(calendar.workday(day), random.whole(8, 15), random.whole(0, 59)).toISOString(),
    duration: spoken ? Math.max(2, Math.round(random.skewed(channel === 'phone' ? 8 : 50, 0.6))) * 60 : null,
    outcome: spoken
      ? random.weighted([
          ['reached', 5],
          ['interested', 3],
          ['call_back', 2],
          ['agreed', 1],
        ] as const)
      : null,
    company: deal.company.ref,
    person: deal.person,
    opportunity: deal.ref,
    product: { ref: `product ${deal.product.sku}` },
    owner: { ref: `user ${by}` },
  })
}

function tellNote(
  story: Story,
  deal: DemoDeal,
  day: number,
  by: string,
  [subject, body]: readonly [string, string],
): void {
  story.create(day, by, 'note', {
    subject: words(deal, subject),
    body: `<p>${words(deal, body)}</p>`,
    company: deal.company.ref,
    person: deal.person,
    opportunity: deal.ref,
    owner: { ref: `user ${by}` },
  })
}

/** A task; one of the past is done on its day or a little later, unless that is not over yet. */
function tellTask(story: Story, deal: DemoDeal, day: number, by: string, due: number, past: boolean): void {
  const { random, calendar } = story
  const [kind, subject] = random.pick(taskKinds)
  const task = story.create(day, by, 'task', {
    subject: words(deal, subject),
    kind,
    due_at: calendar.at(due, random.whole(9, 16)).toISOString(),
    priority: random.weighted([
      ['normal', 6],
      ['high', 2],
      ['low', 1],
    ] as const),
    company: deal.company.ref,
    person: deal.person,
    opportunity: deal.ref,
    owner: { ref: `user ${by}` },
  })
  const done = due + random.whole(0, 3)
  if (past && done < calendar.last)
    story.update(done, by, 'task', task, { state: 'done', outcome: random.pick(outcomes) })
}

function words(deal: DemoDeal, text: string): string {
  return filled(text, { product: deal.product.name, person: deal.personName, company: deal.company.name })
}
