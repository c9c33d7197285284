import type { Column } from './column.ts'
import { datetimeColumn } from './datetime/column.ts'
import { idColumn } from './id/column.ts'
import { moneyColumn } from './money/column.ts'
import { numberColumn } from './number/column.ts'
import { referenceColumn } from './reference/column.ts'
import { teamColumn } from './team/column.ts'
import { textColumn } from './text/column.ts'
import { userColumn } from './user/column.ts'

/** The database side of every kind of field, by the kind's name. */
export const columns: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['text', textColumn],
  ['number', numberColumn],
  ['money', moneyColumn],
  ['datetime', datetimeColumn],
  ['reference', referenceColumn],
  ['user', userColumn],
  ['team', teamColumn],
  ['id', idColumn],
])
