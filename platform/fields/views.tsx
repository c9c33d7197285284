import { dateView } from './date/view.tsx'
import { datetimeView } from './datetime/view.tsx'
import { idView } from './id/view.tsx'
import { moneyView } from './money/view.tsx'
import { numberView } from './number/view.tsx'
import { referenceView } from './reference/view.tsx'
import { teamView } from './team/view.tsx'
import { textView } from './text/view.tsx'
import { userView } from './user/view.tsx'
import type { View } from './view.ts'

/** How each kind of field is seen and entered, by the kind's name. */
export const views: ReadonlyMap<string, View> = new Map<string, View>([
  ['text', textView],
  ['number', numberView],
  ['money', moneyView],
  ['date', dateView],
  ['datetime', datetimeView],
  ['reference', referenceView],
  ['user', userView],
  ['team', teamView],
  ['id', idView],
])
