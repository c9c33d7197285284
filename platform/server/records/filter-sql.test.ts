import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold, foldedWords } from '#platform/objects/filter/fold.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import { agreementObjects, agreementReader, writeWorld } from '../testing/agreement-world.ts'
import { aWorkspace, declared, type TestWorkspace } from '../testing/workspace.ts'
import { filterToSql, fits } from './filter-sql.ts'
import { queryFor, scopeOf } from './query.ts'
import type { Guard, Query } from './scope.ts'
import { tableOf } from './table.ts'

const id = (last: string): string => `00000000-0000-4000-8000-00000000${last.padStart(4, '0')}`
const at = '2026-01-01T00:00:00.000Z'
const world = {
  firm: [
    { id: id('f1'), name: 'Acme', created_at: at, friends: [id('d1'), id('d2')] },
    { id: id('f2'), name: 'Bolt', parent: id('f1'), created_at: at },
    { id: id('f3'), name: 'Core', parent: id('f4'), created_at: at },
    { id: id('f4'), name: 'Gone', created_at: at },
  ],
  person: [
    { id: id('d1'), name: 'Ada', created_at: at },
    { id: id('d2'), name: 'Bob', created_at: at },
  ],
  deal: [
    { id: id('e1'), name: 'one', firm: id('f1'), amount: { amount: 100, currency: 'EUR' }, created_at: at },
    { id: id('e2'), name: 'two', firm: id('f1'), amount: { amount: 50, currency: 'EUR' }, created_at: at },
  ],
}

describe('a filter in the database', () => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await aWorkspace(declared(...agreementObjects))
    await writeWorld(test.db, test.workspace.schema, test.workspace.model, world)
    await test.query(`update ws_test.firm set deleted_at = now() where name = 'Gone'`)
    await test.query(`update ws_test.person set deleted_at = now() where name = 'Bob'`)
    await test.query('analyze')
  })
  afterAll(() => test.close())

  const query = (guard?: Guard): Query => ({ ...queryFor(test.context()), reader: agreementReader, guard })

  async function names(where: FilterJson, guard?: Guard): Promise<string[]> {
    const scope = scopeOf(query(guard), test.workspace.model.object('firm'))
    const filter = filterToSql(parseFilter(test.workspace.model, 'firm', where), scope)
    const { rows } = await sql<{
      name: string
    }>`select name from ${tableOf(scope.query, 'firm')} ${sql.ref(scope.alias)}
      where ${sql.ref(`${scope.alias}.deleted_at`)} is null and ${filter} order by name`.execute(test.db)
    return rows.map((row) => row.name)
  }

  it('does not look into the bin through references, children and links', async () => {
    expect(await names({ parent: { name: { empty: false } } })).toEqual(['Bolt'])
    expect(await names({ parent: id('f4') })).toEqual(['Core'])
    expect(await names({ friends: { count: 1 } })).toEqual(['Acme'])
    expect(await names({ friends: { has: id('d2') } })).toEqual([])
  })

  it('counts and finds other records only where the reader may see them', async () => {
    const guard: Guard = {
      field: () => true,
      rows: (object, { alias }) =>
        object.name === 'deal' ? sql<boolean>`${sql.ref(`${alias}.name`)} = 'two'` : undefined,
    }
    expect(await names({ deals: { some: { name: 'one' } } })).toEqual(['Acme'])
    expect(await names({ deals: { some: { name: 'one' } } }, guard)).toEqual([])
    expect(await names({ deals: { sum: { field: 'amount', eq: 150 } } })).toEqual(['Acme'])
    expect(await names({ deals: { sum: { field: 'amount', eq: 50 } } }, guard)).toEqual(['Acme'])
    expect(await names({ deal_value: { eq: 0 }, deal_count: 1 }, guard)).toEqual(['Acme'])
  })

  it('is a yes or no where its value is asked for', async () => {
    const scope = scopeOf(query(), test.workspace.model.object('firm'))
    const filter = fits(parseFilter(test.workspace.model, 'firm', { size: 'small' }), scope)
    const { rows } =
      await sql`select distinct ${filter} as fits from ${tableOf(scope.query, 'firm')} ${sql.ref(scope.alias)}`.execute(
        test.db,
      )
    expect(rows).toEqual([{ fits: false }])
  })

  it('lets indexes serve equality, ranges and pieces of text', async () => {
    const plan = async (where: FilterJson): Promise<string> =>
      test.db.transaction().execute(async (trx) => {
        await sql`set local enable_seqscan = off`.execute(trx)
        const scope = scopeOf(query(), test.workspace.model.object('firm'))
        const filter = filterToSql(parseFilter(test.workspace.model, 'firm', where), scope)
        const { rows } = await sql<{
          'QUERY PLAN': string
        }>`explain select 1 from ${tableOf(scope.query, 'firm')} ${sql.ref(scope.alias)} where ${filter}`.execute(
          trx,
        )
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
    const conditions: readonly (readonly [FilterJson, string])[] = [
      [{ name: 'Acme' }, 'name'],
      [{ name: ['Acme', 'Bolt'] }, 'name'],
      [{ size: 'small' }, 'size'],
      [{ seat: { country: 'DE' } }, 'seat'],
      [{ mails: { primary: 'ana@example.com' } }, 'mails'],
      [{ mails: 'ana@example.com' }, 'mails'],
      [{ founded: { within: 'this quarter' } }, 'founded'],
      [{ seen_at: { between: ['2026-01-01', '2026-02-01'] } }, 'seen_at'],
      [{ halls: { gte: 5 } }, 'halls'],
      [{ revenue: { lt: 2.5 } }, 'revenue_base'],
      [{ note: { contains: 'müller' } }, 'note'],
      [{ note: { matches: 'müller' } }, 'note'],
      [{ marks: 'vip' }, 'marks'],
      [{ parent: id('f1') }, 'parent'],
    ]
    for (const [where, column] of conditions) {
      expect(await plan(where), JSON.stringify(where)).toMatch(new RegExp(`Index Cond: .*\\b${column}\\b`))
    }
  })

  it('folds every Latin letter, and names of many tongues, as memory does', async () => {
    const letters: string[] = []
    for (let code = 1; code < 0x20000; code++) {
      const letter = code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code)
      if (/\p{Script=Latin}/u.test(letter) || (code < 0x590 && code > 0)) letters.push(letter)
    }
    const texts = [
      ...letters,
      'Straße',
      'ΟΔΥΣΣΕΥΣ ΣΑΣ',
      'İstanbul ISPARTA',
      'Đặng Thị Ơn',
      'ﬁle №5',
      'Ёлка Й',
      '東京ｶﾞ',
      'שָׁלוֹם',
      'e\u0301\u0323',
      'O’Brien',
      '한국',
    ]
    const rows = await test.query('select one, rapport.fold(one) as folded from unnest($1::text[]) one', [
      texts,
    ])
    expect(letters.length).toBeGreaterThan(1_400)
    expect(rows.filter((row) => row.folded !== fold(row.one))).toEqual([])
    expect(['Müller', 'Łódź', 'Ærø', 'Straße', 'Þór', 'Ðuro', 'ıI', 'Œuvre'].map(fold)).toEqual([
      'muller',
      'lodz',
      'aero',
      'strasse',
      'thor',
      'duro',
      'ii',
      'oeuvre',
    ])
    expect(foldedWords('Peter-Müller@ACME.de')).toEqual(['peter', 'muller', 'acme', 'de'])
  })
})
