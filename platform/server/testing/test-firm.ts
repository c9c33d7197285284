import { choice } from '#platform/fields/choice/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { percent } from '#platform/fields/percent/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { references } from '#platform/fields/references/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineModule } from '#platform/objects/define-module.ts'
import { defineObject } from '#platform/objects/define-object.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import { invalid } from '#platform/objects/problem.ts'
import { defineServerModule, rule, type ServerModule } from '../modules/server-module.ts'

const company = defineObject('company', {
  plural: 'companies',
  title: 'name',
  is_customer: true,
  fields: {
    name: text({ required: true, searchable: true, indexed: true }),
    domain: text({ unique: true }),
    industry: choice(['software', 'health', 'retail'], { indexed: true }),
    employees: number({ decimals: 0, min: 0 }),
    parent: reference('company', { inverse: 'subsidiaries' }),
    won_value: rollup({ of: 'deals', fn: 'sum', field: 'amount', where: { stage: { kind: 'won' } } }),
  },
  duplicates: [
    { match: 'exact', fields: ['domain'] },
    { match: 'similar', fields: ['name'] },
  ],
})

const person = defineObject('person', {
  plural: 'people',
  title: 'name',
  is_customer: true,
  fields: {
    name: text({ required: true, searchable: true }),
    emails: emails({ searchable: true }),
    company: reference('company', { inverse: 'people', indexed: true }),
    salary: number({ searchable: false }),
  },
  duplicates: [{ match: 'exact', fields: ['emails'] }],
})

const stage = defineObject('stage', {
  plural: 'stages',
  title: 'name',
  setup: true,
  owned: false,
  fields: { name: text({ required: true }), kind: choice(['open', 'won', 'lost']), probability: percent() },
})

const deal = defineObject('deal', {
  plural: 'deals',
  title: 'name',
  customer: true,
  fields: {
    name: text({ required: true, searchable: true }),
    stage: reference('stage', { required: true, indexed: true }),
    amount: money({ indexed: true }),
    probability: percent(),
    weighted: formula({ formula: 'amount * probability', returns: 'money' }),
    close_on: date({ indexed: true }),
    contacts: references('person', { inverse: 'contact_of' }),
    reason: text({ required: true, visible_when: { stage: { kind: 'lost' } } }),
    code: text({
      unique: true,
      valid_when: { formula: 'starts_with(code, "D-")', message: 'A code begins with D-.' },
    }),
  },
})

const move = defineObject('stage_move', {
  plural: 'stage_moves',
  title: 'label',
  owned: false,
  append_only: true,
  fields: {
    label: text(),
    deal: reference('deal', { inverse: 'moves', on_purge: 'cascade' }),
    to: reference('stage', { inverse: null }),
  },
})

const firm = defineModule({
  name: 'firm',
  label: 'Firm',
  icon: 'box',
  objects: [company, person, stage, deal, move],
  actions: [],
})

/** A small firm with one of each: what the engine's tests work on, so that they do not hang on a real area. */
export const testFirm: ServerModule = defineServerModule({
  module: firm,
  rules: [
    rule('deal', { when: 'stage' }, async (ctx, { before, after }) => {
      const entered = await ctx.read('stage', after['stage'] as string)
      if (before !== null || after['stage'] !== undefined)
        ctx.alongside('stage_move', { label: entered['name'], deal: after['id'], to: entered.id })
      return { probability: entered['probability'] }
    }),
    rule('deal', { when: 'amount' }, (_ctx, { after }) => {
      if (after['amount']?.amount < 0)
        throw invalid([{ field: 'amount', code: 'negative', message: 'An amount is not negative.' }])
    }),
  ],
})

export const testModules: readonly ServerModule[] = [testFirm, organizationServer]
