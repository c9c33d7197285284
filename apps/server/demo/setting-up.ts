import { emailOf, teams, users } from './firm.ts'
import { competitors, pipelines } from './pipelines.ts'
import { products } from './products.ts'
import type { Story } from './story.ts'

/** The first morning: people, teams, what is sold and how. `roles` are the refs of the roles by name. */
export function tellSettingUp(story: Story): void {
  for (const { key, name } of teams) story.create(0, 'system', 'team', { name }, `team ${key}`)
  for (const user of users) {
    const { key, name, job_title, team, role } = user
    const values = {
      name,
      job_title,
      team: { ref: `team ${team}` },
      role: { ref: `role ${role}` },
      email: emailOf(user),
    }
    if (key === 'mara')
      story.update(0, 'system', 'user', { ref: `user ${key}` }, { job_title, team: values.team })
    else story.create(0, 'system', 'user', values, `user ${key}`)
  }
  for (const { key, parent, manager } of teams) {
    const above = parent === undefined ? {} : { parent: { ref: `team ${parent}` } }
    story.update(
      0,
      'system',
      'team',
      { ref: `team ${key}` },
      { ...above, manager: { ref: `user ${manager}` } },
    )
  }
  for (const { key, manager } of users) {
    if (manager !== undefined)
      story.update(0, 'system', 'user', { ref: `user ${key}` }, { manager: { ref: `user ${manager}` } })
  }
  tellCatalog(story)
  tellPipelines(story)
  tellRates(story)
  tellViews(story)
}

function tellCatalog(story: Story): void {
  for (const name of ['Machines', 'Grinders', 'Coffee', 'Service'])
    story.create(0, 'mara', 'product_category', { name }, `category ${name}`)
  for (const { price, cost, category, sku, ...said } of products) {
    const values = {
      ...said,
      sku,
      category: { ref: `category ${category}` },
      list_price: { amount: price },
      cost: { amount: cost },
    }
    story.create(0, 'mara', 'product', values, `product ${sku}`)
  }
  for (const [name, strengths, weaknesses] of competitors) {
    story.create(0, 'mara', 'competitor', { name, strengths, weaknesses }, `competitor ${name}`)
  }
}

function tellPipelines(story: Story): void {
  for (const [place, { key, name, stages }] of pipelines.entries()) {
    story.create(0, 'mara', 'pipeline', { name, order: place + 1 }, `pipeline ${key}`)
    const ends = [
      { key: 'won', name: 'Won', kind: 'won' },
      { key: 'lost', name: 'Lost', kind: 'lost' },
    ]
    const open = stages.map(
      ({ key: stage, name: label, probability, gateFields, standsStillAfter, guidance }) => ({
        key: stage,
        name: label,
        kind: 'open',
        probability,
        guidance,
        gate_fields: gateFields ?? null,
        stands_still_after: standsStillAfter,
      }),
    )
    for (const [at, { key: stage, ...values }] of [...open, ...ends].entries()) {
      story.create(
        0,
        'mara',
        'stage',
        { ...values, pipeline: { ref: `pipeline ${key}` }, order: at + 1 },
        `stage ${key} ${stage}`,
      )
    }
  }
}

/** Customers in Britain pay in pounds: a rate for every quarter, the first before anything is sold. */
function tellRates(story: Story): void {
  for (const [quarter, rate] of [1.149, 1.162, 1.138, 1.155].entries()) {
    const day = quarter * 91
    story.create(day, 'mara', 'exchange_rate', { currency: 'GBP', date: story.calendar.date(day), rate })
  }
}

function tellViews(story: Story): void {
  const view = (
    name: string,
    object: string,
    layout: string,
    definition: Readonly<Record<string, unknown>>,
  ): void => {
    story.create(1, 'jonas', 'view', {
      name,
      object,
      layout,
      shared: true,
      definition: definition as never,
      owner: { ref: 'user jonas' },
    })
  }
  for (const { key, name } of pipelines) {
    view(`${name} board`, 'opportunity', 'board', {
      layout: 'board',
      group: 'stage',
      sum: 'weighted_amount',
      where: { stage: { kind: 'open', pipeline: { ref: `pipeline ${key}` } } },
      fields: ['company', 'amount', 'close_on', 'next_step', 'owner'],
      sort: 'close_on',
    })
  }
  view('Closing this month', 'opportunity', 'table', {
    where: { stage: { kind: 'open' }, close_on: { within: 'this month' } },
    fields: ['name', 'company', 'stage', 'amount', 'probability', 'close_on', 'owner'],
    sort: '-amount',
  })
  view('Big deals', 'opportunity', 'table', {
    where: { stage: { kind: 'open' }, amount: { gte: 25_000 } },
    fields: ['name', 'company', 'stage', 'amount', 'next_step', 'owner'],
    sort: '-amount',
  })
  view('A customers', 'company', 'table', {
    where: { rank: 'a', is_customer: true },
    fields: ['name', 'industry', 'won_value', 'open_value', 'last_interaction_at', 'owner'],
    sort: '-won_value',
  })
}
