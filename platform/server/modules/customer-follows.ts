import { rule, type Rule } from './server-module.ts'

/**
 * A rule for objects with `customer: true`: what is about a person who works somewhere is about that company too,
 * so that it stands in both timelines; what hangs on a record in the field `from` is about that record's customer.
 *
 * @example customerFollows('note', 'opportunity')
 */
export function customerFollows(object: string, from?: string): Rule {
  return rule(object, { on: ['create'] }, async (ctx, { after }) => {
    const { company, person } = after
    if (company != null) return
    const source = from === undefined ? undefined : (after[from] as string | null | undefined)
    if (person == null && from !== undefined && source != null) {
      const { to } = ctx.model.object(object).fields.get(from)!.relation!
      const above = await ctx.read(to, source, ['company', 'person'])
      return { company: above['company']?.id ?? null, person: above['person']?.id ?? null }
    }
    if (person == null) return
    const { company: employer } = await ctx.read('person', person as string, ['company'])
    return employer == null ? undefined : { company: employer.id }
  })
}
