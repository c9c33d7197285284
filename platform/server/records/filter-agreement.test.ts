import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matches } from '#platform/objects/filter/matches.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import {
  agreementObjects,
  agreementReader,
  readWorld,
  writeWorld,
  type World,
} from '../testing/agreement-world.ts'
import { arbitraryFilter } from '../testing/arbitrary-filter.ts'
import { arbitraryWorld } from '../testing/arbitrary-world.ts'
import { aWorkspace, declared, type TestWorkspace } from '../testing/workspace.ts'
import { filterToSql } from './filter-sql.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Query } from './scope.ts'
import { tableOf } from './table.ts'

const worlds = Number(process.env['RAPPORT_RUNS'] ?? 12)
const filtersEach = 60
const seed = Number(process.env['RAPPORT_SEED'] ?? Date.now() % 1e9)

describe('a filter finds the same records in the database and in memory', () => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await aWorkspace(declared(...agreementObjects))
  })
  afterAll(() => test.close())

  const zones = [
    { zone: 'Europe/Berlin', fiscal_start: 4, week_start: 7 },
    { zone: 'America/St_Johns', fiscal_start: 1, week_start: 1 },
    { zone: 'Pacific/Apia', fiscal_start: 12, week_start: 6 },
  ]

  it(`for ${worlds * filtersEach} generated filters (seed ${seed})`, async () => {
    const { model } = test.workspace
    const object = fc.constantFrom(...['firm', 'deal', 'person'].map((name) => model.object(name)))
    const filter = object.chain((one) => fc.tuple(fc.constant(one.name), arbitraryFilter(model, one)))
    for (let run = 0; run < worlds; run++) {
      const [world] = fc.sample(arbitraryWorld, { seed: seed + run, numRuns: 1 })
      await writeWorld(test.db, test.workspace.schema, model, world!)
      const query: Query = {
        ...queryFor(test.context()),
        reader: { ...agreementReader, ...zones[run % zones.length] },
      }
      const records = await readWorld(test.db, query)
      for (const [name, json] of fc.sample(filter, { seed: seed + run, numRuns: filtersEach })) {
        const found = await idsInDatabase(query, name, json)
        const parsed = parseFilter(model, name, json, { reader: query.reader })
        const remembered = [...records.get(name)!.values()]
          .filter((one) => matches(parsed, one, query.reader))
          .map((one) => one['id'])
        const about = `seed ${seed + run}: ${name} ${JSON.stringify(json)}`
        expect(
          found.toSorted(),
          `${about}\n${JSON.stringify(recordsOf(world!, name, found, remembered))}`,
        ).toEqual(remembered.toSorted())
      }
    }
    console.info(`${worlds * filtersEach} filters, seed ${seed}`)
  }, 300_000)

  /** The stored values of the records that only one of the two found. */
  function recordsOf(
    world: World,
    name: string,
    found: readonly string[],
    remembered: readonly string[],
  ): unknown {
    return world[name]!.filter(({ id }) => found.includes(id) !== remembered.includes(id))
  }

  async function idsInDatabase(query: Query, name: string, json: FilterJson): Promise<string[]> {
    try {
      return await askDatabase(query, name, json)
    } catch (error) {
      throw new Error(`${name} ${JSON.stringify(json)}`, { cause: error })
    }
  }

  async function askDatabase(query: Query, name: string, json: FilterJson): Promise<string[]> {
    const scope = scopeOf(query, query.model.object(name))
    const filter = filterToSql(parseFilter(query.model, name, json, { reader: query.reader }), scope)
    const { rows } = await sql<{
      id: string
    }>`select id from ${tableOf(query, name)} ${sql.ref(scope.alias)} where ${filter}`.execute(test.db)
    return rows.map((row) => row.id)
  }
})
