import { searchEverything } from '#platform/server/search/search-everything.ts'
import { quantile, type Figure } from '../figure.ts'
import type { Installation } from '../installation.ts'
import { load } from '../load.ts'

const typed = [
  'm',
  'ma',
  'mar',
  'mari',
  'maria',
  'jo',
  'jon ber',
  'kan',
  'kanski',
  'tor ver',
  'anna mann',
  'example',
  'zzz',
  'hugo gor',
  '49301',
]

/** Search as you type over all records, limited by an access rule; the floor is an empty question over HTTP. */
export async function search(place: Installation): Promise<Figure> {
  const headers = { authorization: place.authorization }
  const paths = typed.map((q) => `/api/v1/search?${new URLSearchParams({ q })}`)
  await load(place.address, paths, headers, { connections: 2, seconds: 1 })
  const { times, perSecond } = await load(place.address, paths, headers, { connections: 2, seconds: 4 })
  const empty = await load(place.address, ['/api/v1/search?q='], headers, { connections: 2, seconds: 1 })
  const slowest: [string, number][] = []
  for (const q of typed) {
    const start = performance.now()
    await searchEverything(place.context(), q)
    slowest.push([q, performance.now() - start])
  }
  const [word, time] = slowest.sort((a, b) => b[1] - a[1])[0]!
  return {
    name: 'search as you type',
    ours: quantile(times, 0.99),
    floor: quantile(empty.times, 0.99),
    ratio: null,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    unit: 'ms',
    bar: 'p99 < 30 ms',
    note: `${Math.round(perSecond)}/s; slowest “${word}” ${time.toFixed(1)} ms`,
  }
}
