import { addressView } from './address/view.tsx'
import { autoNumberView } from './auto-number/view.tsx'
import { booleanView } from './boolean/view.tsx'
import { choiceView } from './choice/view.tsx'
import { choicesView } from './choices/view.tsx'
import { dateView } from './date/view.tsx'
import { datetimeView } from './datetime/view.tsx'
import { durationView } from './duration/view.tsx'
import { emailView } from './email/view.tsx'
import { emailsView } from './emails/view.tsx'
import { fileView } from './file/view.tsx'
import { formulaView } from './formula/view.tsx'
import { idView } from './id/view.tsx'
import { imageView } from './image/view.tsx'
import { jsonView } from './json/view.tsx'
import { locationView } from './location/view.tsx'
import { longTextView } from './long-text/view.tsx'
import { moneyView } from './money/view.tsx'
import { numberView } from './number/view.tsx'
import { percentView } from './percent/view.tsx'
import { phoneView } from './phone/view.tsx'
import { phonesView } from './phones/view.tsx'
import { ratingView } from './rating/view.tsx'
import { referenceView } from './reference/view.tsx'
import { referencesView } from './references/view.tsx'
import { richTextView } from './rich-text/view.tsx'
import { rollupView } from './rollup/view.tsx'
import { tagsView } from './tags/view.tsx'
import { teamView } from './team/view.tsx'
import { textView } from './text/view.tsx'
import { urlView } from './url/view.tsx'
import { userView } from './user/view.tsx'
import type { View } from './view.ts'

/** How each kind of field is seen and entered, by the kind's name. */
export const views: ReadonlyMap<string, View> = new Map<string, View>([
  ['text', textView],
  ['long_text', longTextView],
  ['rich_text', richTextView],
  ['number', numberView],
  ['percent', percentView],
  ['money', moneyView],
  ['boolean', booleanView],
  ['date', dateView],
  ['datetime', datetimeView],
  ['duration', durationView],
  ['choice', choiceView],
  ['choices', choicesView],
  ['tags', tagsView],
  ['email', emailView],
  ['emails', emailsView],
  ['phone', phoneView],
  ['phones', phonesView],
  ['url', urlView],
  ['address', addressView],
  ['location', locationView],
  ['rating', ratingView],
  ['reference', referenceView],
  ['references', referencesView],
  ['user', userView],
  ['team', teamView],
  ['file', fileView],
  ['image', imageView],
  ['auto_number', autoNumberView],
  ['formula', formulaView],
  ['rollup', rollupView],
  ['json', jsonView],
  ['id', idView],
])
