import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateFormula } from '#platform/objects/formula/evaluate-formula.ts'
import type { Formula } from '#platform/objects/formula/formula.ts'
import { parseFormula } from '#platform/objects/formula/parse-formula.ts'
import { Problem } from '#platform/objects/problem.ts'
import { resultJson } from '#platform/fields/result-json.ts'
import { agreementObjects, agreementReader, readWorld, writeWorld } from '../testing/agreement-world.ts'
import { arbitraryFormula } from '../testing/arbitrary-formula.ts'
import { arbitraryWorld } from '../testing/arbitrary-world.ts'
import { aWorkspace, declared, type TestWorkspace } from '../testing/workspace.ts'
import { formulaToSql } from './formula-sql.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Query } from './scope.ts'
import { tableOf } from './table.ts'

const worlds = Number(process.env['RAPPORT_RUNS'] ?? 12)
const formulasEach = 80
const seed = Number(process.env['RAPPORT_SEED'] ?? Date.now() % 1e9)

describe('a formula has the same result in the database and in memory', () => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await aWorkspace(declared(...agreementObjects))
  })
  afterAll(() => test.close())

  it(`for ${worlds * formulasEach} generated formulas (seed ${seed})`, async () => {
    const { model, schema } = test.workspace
    let tried = 0
    for (let run = 0; run < worlds; run++) {
      const [world] = fc.sample(arbitraryWorld, { seed: seed + run, numRuns: 1 })
      await writeWorld(test.db, schema, model, world!)
      const zone = ['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'][run % 3]!
      const query: Query = { ...queryFor(test.context()), reader: { ...agreementReader, zone } }
      const records = [...(await readWorld(test.db, query)).get('firm')!.values()]
      for (const text of fc.sample(arbitraryFormula, { seed: seed + run, numRuns: formulasEach })) {
        const formula = fitting(text)
        if (formula === undefined) continue
        tried++
        const about = `seed ${seed + run}, ${zone}: ${text}`
        const found = await resultsInDatabase(query, formula, about)
        for (const record of records) {
          const remembered = evaluateFormula(formula, record, query.reader)
          const id = record['id'] as string
          expect(
            found.get(id),
            `${about}\n${JSON.stringify(world!['firm']!.find((one) => one['id'] === id))}`,
          ).toEqual(remembered)
        }
      }
    }
    console.info(`${tried} formulas of ${worlds * formulasEach}, seed ${seed}`)
    expect(tried).toBeGreaterThan((worlds * formulasEach) / 2)
  }, 300_000)

  function fitting(text: string): Formula | undefined {
    try {
      return parseFormula(text, test.workspace.model, 'firm')
    } catch (error) {
      if (error instanceof Problem) return undefined
      throw error
    }
  }

  async function resultsInDatabase(
    query: Query,
    formula: Formula,
    about: string,
  ): Promise<Map<string, unknown>> {
    const scope = scopeOf(query, query.model.object('firm'))
    const type = formula.type === 'money' ? 'number' : formula.type
    const value = resultJson(formulaToSql(formula, scope), type, scope)
    try {
      const { rows } = await sql<{
        id: string
        value: { value: unknown }
      }>`select id, json_build_object('value', ${value}) as value
        from ${tableOf(query, 'firm')} ${sql.ref(scope.alias)}`.execute(test.db)
      return new Map(rows.map((row) => [row.id, row.value.value]))
    } catch (error) {
      throw new Error(about, { cause: error })
    }
  }
})
