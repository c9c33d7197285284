import { addressColumn } from './address/column.ts'
import { autoNumberColumn } from './auto-number/column.ts'
import { booleanColumn } from './boolean/column.ts'
import { choiceColumn } from './choice/column.ts'
import { choicesColumn } from './choices/column.ts'
import type { Column } from './column.ts'
import { dateColumn } from './date/column.ts'
import { datetimeColumn } from './datetime/column.ts'
import { durationColumn } from './duration/column.ts'
import { emailColumn } from './email/column.ts'
import { emailsColumn } from './emails/column.ts'
import { fileColumn } from './file/column.ts'
import { formulaColumn } from './formula/column.ts'
import { idColumn } from './id/column.ts'
import { imageColumn } from './image/column.ts'
import { jsonColumn } from './json/column.ts'
import { locationColumn } from './location/column.ts'
import { longTextColumn } from './long-text/column.ts'
import { moneyColumn } from './money/column.ts'
import { numberColumn } from './number/column.ts'
import { percentColumn } from './percent/column.ts'
import { phoneColumn } from './phone/column.ts'
import { phonesColumn } from './phones/column.ts'
import { ratingColumn } from './rating/column.ts'
import { referenceColumn } from './reference/column.ts'
import { referencesColumn } from './references/column.ts'
import { richTextColumn } from './rich-text/column.ts'
import { rollupColumn } from './rollup/column.ts'
import { tagsColumn } from './tags/column.ts'
import { teamColumn } from './team/column.ts'
import { textColumn } from './text/column.ts'
import { urlColumn } from './url/column.ts'
import { userColumn } from './user/column.ts'

/** The database side of every kind of field, by the kind's name. */
export const columns: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['text', textColumn],
  ['long_text', longTextColumn],
  ['rich_text', richTextColumn],
  ['number', numberColumn],
  ['percent', percentColumn],
  ['money', moneyColumn],
  ['boolean', booleanColumn],
  ['date', dateColumn],
  ['datetime', datetimeColumn],
  ['duration', durationColumn],
  ['choice', choiceColumn],
  ['choices', choicesColumn],
  ['tags', tagsColumn],
  ['email', emailColumn],
  ['emails', emailsColumn],
  ['phone', phoneColumn],
  ['phones', phonesColumn],
  ['url', urlColumn],
  ['address', addressColumn],
  ['rating', ratingColumn],
  ['reference', referenceColumn],
  ['references', referencesColumn],
  ['user', userColumn],
  ['team', teamColumn],
  ['file', fileColumn],
  ['image', imageColumn],
  ['auto_number', autoNumberColumn],
  ['location', locationColumn],
  ['json', jsonColumn],
  ['formula', formulaColumn((field) => columns.get(field.kind.name)!)],
  ['rollup', rollupColumn],
  ['id', idColumn],
])
