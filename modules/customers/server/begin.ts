import type { Context } from '#platform/server/context.ts'
import { createRecords } from '#platform/server/records/create-records.ts'

/** The usual ways in which customers belong together, each with how it reads from the other side. */
export async function beginCustomers(ctx: Context): Promise<void> {
  await createRecords(
    ctx,
    'relationship_kind',
    relationshipKinds.map(([name, inverse_name]) => ({ name, inverse_name })),
  )
}

const relationshipKinds = [
  ['is partner of', 'is partner of'],
  ['supplies', 'buys from'],
  ['distributes for', 'is distributed by'],
  ['recommended us to', 'came to us through'],
  ['advises', 'is advised by'],
  ['owns', 'belongs to'],
  ['lives with', 'lives with'],
  ['competes with', 'competes with'],
] as const
