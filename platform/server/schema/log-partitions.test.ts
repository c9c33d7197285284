import { afterEach, expect, test } from 'vitest'
import { aWorkspace, declared, people, type TestWorkspace } from '../testing/workspace.ts'
import { ensureLogPartitions } from './log-partitions.ts'

let firm: TestWorkspace
afterEach(() => firm.close())

const months = async (): Promise<string[]> =>
  (
    await firm.query(
      `select relname as name from pg_class where relispartition and relkind = 'r'
        and relnamespace = 'ws_test'::regnamespace order by relname`,
    )
  ).map((row) => row.name)

const note = (at: string): Promise<unknown> =>
  firm.query(
    `insert into ws_test.log (at, change, source, object, record, verb)
      values ($1, gen_random_uuid(), 'demo', 'company', gen_random_uuid(), 'created')`,
    [at],
  )

test('a year back gets its months, asked for twice or by two at once', async () => {
  firm = await aWorkspace(declared(...people))
  const [from, to] = [new Date('2019-11-15'), new Date('2020-02-01')]
  await Promise.all([1, 2].map(() => ensureLogPartitions(firm.db, 'ws_test', from, to)))
  await ensureLogPartitions(firm.db, 'ws_test', from, to)
  expect(await months()).toEqual(
    expect.arrayContaining(['log_2019_11', 'log_2019_12', 'log_2020_01', 'log_2020_02']),
  )
  await note('2019-12-31T23:59:59Z')
  expect(await firm.query('select from ws_test.log_2019_12')).toHaveLength(1)
})

test('an entry of a month without a partition is kept, and other months can still be made', async () => {
  firm = await aWorkspace(declared(...people))
  await note('2015-05-05T00:00:00Z')
  await ensureLogPartitions(firm.db, 'ws_test', new Date('2015-04-01'), new Date('2015-06-30'))
  expect(await months()).toEqual(expect.arrayContaining(['log_2015_04', 'log_2015_06', 'log_rest']))
  expect(await firm.query('select from ws_test.log')).toHaveLength(1)
})
