import { performAction } from '#platform/server/actions/perform-action.ts'
import { quantile, rate, type Figure } from '../figure.ts'
import type { Installation } from '../installation.ts'

const rounds = 300

/** One record at a time with rules and log, committed, against the bare INSERT of the same row. */
export async function create(place: Installation): Promise<Figure> {
  const { app, workspace, seller } = place
  const ours: number[] = []
  const floor: number[] = []
  for (let n = 0; n < rounds; n++) {
    const values = {
      given_name: 'Bench',
      family_name: `Create ${n}`,
      emails: [`bench.${Date.now()}.${n}@example.com`],
    }
    let start = performance.now()
    await performAction(app, { workspace, actor: seller, source: 'api' }, 'person', 'create', { values })
    ours.push(performance.now() - start)
    start = performance.now()
    await app.pool.query({
      name: 'bare-insert',
      text: `insert into "${workspace.schema}"."person" (id, given_name, family_name, emails, owner, created_by, updated_by) values (gen_random_uuid(), $1, $2, $3, $4, $4, $4)`,
      values: [
        'Bare',
        `Insert ${n}`,
        JSON.stringify([{ value: `bare.${n}@example.com`, primary: true }]),
        seller.id,
      ],
    })
    floor.push(performance.now() - start)
  }
  const [mine, least] = [quantile(ours.slice(30), 0.5), quantile(floor.slice(30), 0.5)]
  return rate('create', 1000 / mine, 1000 / least, 'per second', '≥ 0.4', {
    p50: mine,
    p99: quantile(ours.slice(30), 0.99),
    note: 'with duplicate check, rules and log',
  })
}

/** A thousand updates in one batch against one bare multi-row UPDATE. */
export async function batch(place: Installation): Promise<Figure> {
  const { app, workspace, seller } = place
  const { rows } = await app.pool.query<{ id: string }>(
    `select id from "${workspace.schema}"."person" where team is not null limit 1000`,
  )
  const ours: number[] = []
  const floor: number[] = []
  for (let n = 0; n < 7; n++) {
    const updates = rows.map(({ id }) => ({ update: { id, rank: 'a' } }))
    let start = performance.now()
    await performAction(app, { workspace, actor: seller, source: 'api' }, 'person', 'batch', {
      rows: updates,
    })
    ours.push(performance.now() - start)
    start = performance.now()
    await app.pool.query(
      `update "${workspace.schema}"."person" p set rank = n.title, version = p.version + 1 from unnest($1::uuid[], $2::text[]) n(id, title) where p.id = n.id`,
      [rows.map(({ id }) => id), rows.map(() => ['b', 'c', 'd'][n % 3])],
    )
    floor.push(performance.now() - start)
  }
  const [mine, least] = [quantile(ours, 0.5), quantile(floor, 0.5)]
  return rate('batch of 1,000 updates', 1e6 / mine, 1e6 / least, 'rows per second', '≥ 0.4', {
    p50: mine,
    p99: quantile(ours, 0.99),
  })
}
