import { lowerFirst } from '#platform/objects/label.ts'
import { invalid } from '#platform/objects/problem.ts'
import type { Values } from '#platform/server/context.ts'
import { rule } from '#platform/server/modules/server-module.ts'
import { stageById, type Stage } from './stages.ts'
import { today } from './today.ts'

/** A stage lets in only opportunities whose gate fields are filled: the board asks for what this names. */
export const gateFieldsAreFilled = rule('opportunity', { when: 'stage' }, async (ctx, { before, after }) => {
  if (stays(before, after)) return
  const stage = await stageById(ctx, after['stage'])
  const object = ctx.model.object('opportunity')
  const errors = (stage.gate_fields ?? []).flatMap((name) => {
    const field = object.fields.get(name)
    if (field === undefined || !isEmpty(after[name])) return []
    const message = `“${stage.name}” needs the ${lowerFirst(field.label)}.`
    return [{ field: name, code: 'gate', message }]
  })
  if (errors.length > 0)
    throw invalid(errors, `Before it enters “${stage.name}”, something is still missing.`)
})

/** Entering a stage sets how likely the deal is and how it counts, unless these are given with it. */
export const stageSetsProbability = rule(
  'opportunity',
  { when: 'stage' },
  async (ctx, { before, after, changes }) => {
    if (stays(before, after)) return
    const stage = await stageById(ctx, after['stage'])
    return {
      probability: changes['probability'] ?? probabilityOf(stage),
      forecast_category: changes['forecast_category'] ?? forecastCategoryOf(stage),
    }
  },
)

/**
 * A lost deal has a reason. Deals that an import brings in as lost are let in without: what happened elsewhere
 * may not be known any more.
 */
export const lostNeedsReason = rule(
  'opportunity',
  { when: ['stage', 'loss_reason'] },
  async (ctx, { after }) => {
    if (!isEmpty(after['loss_reason']) || ctx.source === 'import') return
    const stage = await stageById(ctx, after['stage'])
    if (stage.kind !== 'lost') return
    throw invalid([{ field: 'loss_reason', code: 'loss_reason_missing', message: 'Say why it was lost.' }])
  },
)

/** Winning or losing dates the deal, unless a day is given; opening it again clears how it ended. */
export const closingSetsDay = rule(
  'opportunity',
  { when: ['stage', 'closed_on'] },
  async (ctx, { before, after, changes }) => {
    const { kind } = await stageById(ctx, after['stage'])
    if (kind === 'open') {
      if (changes['closed_on'] != null) {
        throw invalid([
          { field: 'closed_on', code: 'not_closed', message: 'Only a won or lost deal has a closing day.' },
        ])
      }
      return before === null ? undefined : { closed_on: null, loss_reason: null, loss_note: null }
    }
    const closed_on = (after['closed_on'] as string | null | undefined) ?? today(ctx)
    return kind === 'won' ? { closed_on, loss_reason: null, loss_note: null } : { closed_on }
  },
)

function stays(before: Values | null, after: Values): boolean {
  return before !== null && before['stage'] === after['stage']
}

function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

function probabilityOf(stage: Stage): number | null {
  return { won: 1, lost: 0, open: stage.probability }[stage.kind]
}

/** What a stage says, else what its kind and probability suggest. */
function forecastCategoryOf({ kind, forecast_category, probability }: Stage): string {
  if (kind !== 'open') return kind === 'won' ? 'closed' : 'omitted'
  if (forecast_category !== null) return forecast_category
  const likely = probability ?? 0
  return likely >= 0.75 ? 'commit' : likely >= 0.5 ? 'best_case' : 'pipeline'
}
