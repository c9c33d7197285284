import { listStatement } from '#platform/server/records/list-records.ts'
import { bareServer } from '../bare-server.ts'
import { quantile, rate, type Figure } from '../figure.ts'
import type { Installation } from '../installation.ts'
import { load } from '../load.ts'

const list = {
  where: { company: { industry: 'software' }, do_not_contact: { ne: true } },
  sort: 'family_name',
  fields: ['name', 'emails', 'company', 'owner', 'created_at'],
  limit: 50,
  count: 'none',
} as const

/** A page of 50 with filter, sort, one reference and an access rule, against the same SQL with nothing around it. */
export async function listPage(place: Installation): Promise<Figure> {
  const { statement } = listStatement(place.context(), 'person', list)
  const { sql, parameters } = statement.compile(place.app.db)
  const bare = await bareServer(place.url, new Map([['/list', { text: sql, values: parameters }]]))
  const query = new URLSearchParams({
    where: JSON.stringify(list.where),
    sort: list.sort,
    fields: list.fields.join(),
    limit: '50',
    count: 'none',
  })
  const path = `/api/v1/people?${query}`
  const rounds = { ours: [] as number[], floor: [] as number[], times: [] as number[] }
  for (let round = 0; round < 4; round++) {
    const floor = await load(bare.address, ['/list'], {})
    const ours = await load(place.address, [path], { authorization: place.authorization })
    if (round === 0) continue
    rounds.floor.push(floor.perSecond)
    rounds.ours.push(ours.perSecond)
    rounds.times.push(...ours.times)
  }
  await bare.close()
  return rate(
    'list of 50',
    quantile(rounds.ours, 0.5),
    quantile(rounds.floor, 0.5),
    'per second',
    '≥ 0.6; p99 < 25 ms',
    {
      p50: quantile(rounds.times, 0.5),
      p99: quantile(rounds.times, 0.99),
      note: '8 connections',
    },
  )
}

/** The page behind row 100,000 by its cursor, against the first page. */
export async function deepPage(place: Installation): Promise<Figure> {
  const ctx = place.context()
  const { listRecords } = await import('#platform/server/records/list-records.ts')
  let cursor: string | undefined
  for (let rows = 0; rows < 100_000; rows += 500) {
    const { page } = JSON.parse(
      await listRecords(ctx, 'person', {
        fields: ['name'],
        sort: '-created_at',
        limit: 500,
        count: 'none',
        cursor,
      }),
    ) as { page: { next: string | null } }
    if (page.next === null) break
    cursor = page.next
  }
  const time = async (from: string | undefined): Promise<number[]> => {
    const times: number[] = []
    for (let n = 0; n < 60; n++) {
      const start = performance.now()
      await listRecords(ctx, 'person', { ...list, where: {}, sort: '-created_at', cursor: from })
      times.push(performance.now() - start)
    }
    return times.slice(10)
  }
  const [deep, first] = [await time(cursor), await time(undefined)]
  const [ours, floor] = [quantile(deep, 0.5), quantile(first, 0.5)]
  return {
    name: 'deep page',
    ours,
    floor,
    ratio: Number((ours / floor).toPrecision(3)),
    p50: ours,
    p99: quantile(deep, 0.99),
    unit: 'ms',
    bar: '≤ 1.3 × first page',
  }
}
