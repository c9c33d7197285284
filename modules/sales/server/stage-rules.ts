import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'

/** A stage can only ask for fields that an opportunity has and that can be filled. */
export const gateFieldsExist = rule('stage', { when: 'gate_fields' }, (ctx, { changes }) => {
  const { fields } = ctx.model.object('opportunity')
  const names = (changes['gate_fields'] as readonly string[] | null) ?? []
  const errors = names.flatMap((name) => {
    const field = fields.get(name)
    if (field === undefined) return [`An opportunity has no field “${name}”.`]
    if (field.kind.computed === true || field.options.read_only === true)
      return [`“${field.label}” cannot be filled by a person.`]
    return []
  })
  if (errors.length > 0)
    throw invalid(errors.map((message) => ({ field: 'gate_fields', code: 'gate_fields', message })))
})

/** Won is certain and lost is out: their probability is not a matter of opinion. */
export const closedStagesAreCertain = rule('stage', { when: ['kind', 'probability'] }, (_ctx, { after }) => {
  if (after['kind'] === 'won') return { probability: 1 }
  if (after['kind'] === 'lost') return { probability: 0 }
  return undefined
})
