import { addressKind } from './address/kind.ts'
import { autoNumberKind } from './auto-number/kind.ts'
import { booleanKind } from './boolean/kind.ts'
import { choiceKind } from './choice/kind.ts'
import { choicesKind } from './choices/kind.ts'
import { dateKind } from './date/kind.ts'
import { datetimeKind } from './datetime/kind.ts'
import { durationKind } from './duration/kind.ts'
import { emailKind } from './email/kind.ts'
import { emailsKind } from './emails/kind.ts'
import { fileKind } from './file/kind.ts'
import { formulaKind } from './formula/kind.ts'
import { idKind } from './id/kind.ts'
import { imageKind } from './image/kind.ts'
import { jsonKind } from './json/kind.ts'
import type { Kind } from './kind.ts'
import { locationKind } from './location/kind.ts'
import { longTextKind } from './long-text/kind.ts'
import { moneyKind } from './money/kind.ts'
import { numberKind } from './number/kind.ts'
import { percentKind } from './percent/kind.ts'
import { phoneKind } from './phone/kind.ts'
import { phonesKind } from './phones/kind.ts'
import { ratingKind } from './rating/kind.ts'
import { referenceKind } from './reference/kind.ts'
import { referencesKind } from './references/kind.ts'
import { richTextKind } from './rich-text/kind.ts'
import { rollupKind } from './rollup/kind.ts'
import { tagsKind } from './tags/kind.ts'
import { teamKind } from './team/kind.ts'
import { textKind } from './text/kind.ts'
import { urlKind } from './url/kind.ts'
import { userKind } from './user/kind.ts'

const all: readonly Kind[] = [
  textKind,
  longTextKind,
  richTextKind,
  numberKind,
  percentKind,
  moneyKind,
  booleanKind,
  dateKind,
  datetimeKind,
  durationKind,
  choiceKind,
  choicesKind,
  tagsKind,
  emailKind,
  emailsKind,
  phoneKind,
  phonesKind,
  urlKind,
  addressKind,
  ratingKind,
  referenceKind,
  referencesKind,
  userKind,
  teamKind,
  fileKind,
  imageKind,
  autoNumberKind,
  formulaKind,
  rollupKind,
  locationKind,
  jsonKind,
  idKind,
]

/** Every kind of field, by name, in the order in which they are offered. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))
