import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'

/** A relationship has one customer on each side, and not the same one twice. */
export const relationshipHasTwoSides = rule('relationship', {}, (_ctx, { after }) => {
  const from = after['company'] ?? after['person']
  const to = after['other_company'] ?? after['other_person']
  if (from == null) throw refused('company', 'Name the company or person whose relationship it is.')
  if (to == null) throw refused('other_company', 'Name the other company or person.')
  if (after['other_company'] != null && after['other_person'] != null) {
    throw refused('other_person', 'Name one other side: a company or a person.')
  }
  if (from === to) throw refused('other_company', 'A customer has no relationship with itself.')
})

const refused = (field: string, message: string) => invalid([{ field, code: 'relationship', message }])
