import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findViolations } from './boundaries.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rapport-boundaries-'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the boundaries', () => {
  test.each([
    [
      'platform/server/records/list.ts',
      `import { company } from '#modules/customers/objects/company.ts'`,
      'platform knows',
    ],
    ['platform/web/shell/frame.tsx', `export * from '../../../apps/web/main.tsx'`, 'platform knows'],
    ['modules/sales/server/win.ts', `import { start } from '#apps/server/main.ts'`, 'only apps'],
    [
      'platform/objects/define-object.ts',
      `import { list } from '../server/records/list.ts'`,
      'no server code',
    ],
    ['platform/fields/money/kind.ts', `import { moneyColumn } from './column.ts'`, 'no server code'],
    ['modules/sales/objects/stage.ts', `import { Board } from '../web/board.tsx'`, 'no web code'],
    ['platform/objects/clock.ts', `import { readFileSync } from 'node:fs'`, 'nothing of Node.js'],
    ['modules/sales/objects/stage.ts', `import path from 'path'`, 'nothing of Node.js'],
    [
      'platform/web/data/client.ts',
      `import type { Row } from '#platform/server/records/row.ts'`,
      'calls the API',
    ],
    ['platform/fields/money/view.tsx', `const x = await import('./column.ts')`, 'calls the API'],
    ['apps/web/main.tsx', `import '../server/main.ts'`, 'calls the API'],
    ['modules/sales/web/board.tsx', `import { randomUUID } from 'node:crypto'`, 'runs in the browser'],
    [
      'modules/sales/server/win.ts',
      `import {\n  Board,\n} from "../web/board.tsx"`,
      'server never imports web',
    ],
    [
      'modules/sales/server/win.ts',
      `import { merge } from '../../customers/server/merge.ts'`,
      'only objects/',
    ],
    [
      'modules/sales/web/board.tsx',
      `import { Card } from '#modules/customers/web/card.tsx'`,
      'only objects/',
    ],
    [
      'modules/sales/server/deep/er/win.ts',
      `import { x } from '../../../../service/server/x.ts'`,
      'only objects/',
    ],
    [
      'modules/sales/objects/deal.ts',
      `import { score } from '#modules/intelligence/objects/score.ts'`,
      'nobody imports',
    ],
  ])('%s must not contain  %s', (file, line, why) => {
    plant(file, `// first line\n${line}\n`)
    const found = findViolations(root)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${file}:[24]  imports .*${why}`))
  })

  test.each([
    ['modules/sales/server/win.ts', `import { company } from '#modules/customers/objects/company.ts'`],
    ['modules/sales/server/deep/win.ts', `import { stage } from '../../objects/stage.ts'`],
    ['modules/sales/web/board.tsx', `import { Grid } from '#platform/web/records/grid.tsx'`],
    [
      'modules/analytics/server/funnel.ts',
      `import { opportunity } from '#modules/sales/objects/opportunity.ts'`,
    ],
    ['platform/server/records/list.test.ts', `import { sales } from '#modules/sales/server/module.ts'`],
    ['platform/fields/money/column.ts', `import { money } from './kind.ts'`],
  ])('%s may contain  %s', (file, line) => {
    plant(file, line)
    expect(findViolations(root)).toEqual([])
  })
})

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
