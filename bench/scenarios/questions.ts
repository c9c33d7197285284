import { boardOf } from '#platform/server/records/board-of.ts'
import { runReport } from '#platform/server/reports/run-report.ts'
import { quantile, rate, type Figure } from '../figure.ts'
import type { Installation } from '../installation.ts'

async function timed(times: number, ask: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await ask()
    found.push(performance.now() - start)
  }
  return found.slice(2)
}

/** People by industry of their company and month, against the same grouping written by hand. */
export async function report(place: Installation): Promise<Figure> {
  const { app, workspace, seller } = place
  const ctx = {
    ...place.context(),
    actor: { ...seller, access: (await import('#platform/server/access/role-access.ts')).fullAccess },
  }
  const ours = await timed(8, () =>
    runReport(ctx, { object: 'person', group: [{ field: 'created_at', by: 'month' }, { field: 'owner' }] }),
  )
  const floor = await timed(8, () =>
    app.pool.query(
      `select to_char(timezone('UTC', created_at), 'YYYY-MM'), owner, count(*) from "${workspace.schema}"."person" where deleted_at is null group by 1, 2 order by 1, 2`,
    ),
  )
  const [mine, least] = [quantile(ours, 0.5), quantile(floor, 0.5)]
  const figure = rate('report by month and owner', mine, least, 'ms', '≤ 1.15 × hand-written', {
    p50: mine,
    p99: quantile(ours, 0.99),
    note: 'ours also answers the totals of all rows',
  })
  return figure
}

/** A board of companies by industry: cards, counts and sums in one statement. */
export async function board(place: Installation): Promise<Figure> {
  const ctx = place.context()
  const ours = await timed(12, () =>
    boardOf(ctx, 'company', { group: 'industry', sum: 'employees', fields: ['name', 'owner'], limit: 50 }),
  )
  return {
    name: 'board of 8 columns × 50',
    ours: quantile(ours, 0.5),
    floor: null,
    ratio: null,
    p50: quantile(ours, 0.5),
    p99: quantile(ours, 0.99),
    unit: 'ms',
    bar: '< 60 ms',
  }
}
