import { sql } from 'kysely'
import type { Context } from '#platform/server/context.ts'
import type { LogEntry } from '#platform/server/log/entry.ts'
import type { Reaction } from '#platform/server/modules/server-module.ts'
import { tableOf } from '#platform/server/records/table.ts'
import { updateRecords } from '#platform/server/records/update-records.ts'

/** Who has bought is a customer, and further along in its life: acquired by the first deal, retained by the next. */
export const wonMakesACustomer: Reaction = {
  name: 'customers.won',
  async run(ctx, entries) {
    const moved = entries.filter((entry) => entry.object === 'opportunity' && entry.changes['stage'] != null)
    if (moved.length === 0) return
    for (const object of ['company', 'person'] as const) await advance(ctx, object, moved)
  },
}

async function advance(
  ctx: Context,
  object: 'company' | 'person',
  moved: readonly LogEntry[],
): Promise<void> {
  const buyers = await buyersIn(ctx, object, moved)
  const updates = buyers.flatMap(({ id, wins, phase, known }) => {
    const next = phaseAfter(phase, wins)
    const changes = {
      ...(known ? {} : { is_customer: true }),
      ...(next === phase ? {} : { life_cycle_phase: next }),
    }
    return Object.keys(changes).length === 0 ? [] : [{ id, changes }]
  })
  if (updates.length > 0) await updateRecords(ctx, object, updates)
}

interface Buyer {
  readonly id: string
  readonly wins: number
  readonly phase: string | null
  /** Is called a customer already; people are not called so. */
  readonly known: boolean
}

/** Those of the moved deals' customers who have won deals, as they are now: a deal may have been opened again since. */
async function buyersIn(
  ctx: Context,
  object: 'company' | 'person',
  moved: readonly LogEntry[],
): Promise<Buyer[]> {
  const ids = [...new Set(moved.map((entry) => entry.record))]
  const [deal, stage] = [tableOf(ctx.workspace, 'opportunity'), tableOf(ctx.workspace, 'stage')]
  const known = object === 'company' ? sql`c.is_customer is true` : sql`true`
  const alone = object === 'company' ? sql`` : sql` and o.company is null`
  const link = sql.id(object)
  const { rows } = await sql<Buyer>`
    select c.id, count(*)::int as wins, c.life_cycle_phase as phase, ${known} as known
    from ${deal} o join ${stage} s on s.id = o.stage and s.kind = 'won'
      join ${tableOf(ctx.workspace, object)} c on c.id = o.${link} and c.deleted_at is null
    where o.deleted_at is null${alone} and o.${link} in (select m.${link} from ${deal} m where m.id = any(${ids}::uuid[]))
    group by c.id`.execute(ctx.db)
  return rows
}

function phaseAfter(phase: string | null, wins: number): string {
  if (phase === null || phase === 'prospect') return wins > 1 ? 'retained' : 'acquired'
  if (phase === 'acquired') return wins > 1 ? 'retained' : phase
  return phase === 'lapsed' || phase === 'former' ? 'retained' : phase
}
