import { datetimeKind } from './datetime/kind.ts'
import { idKind } from './id/kind.ts'
import type { Kind } from './kind.ts'
import { moneyKind } from './money/kind.ts'
import { numberKind } from './number/kind.ts'
import { referenceKind } from './reference/kind.ts'
import { teamKind } from './team/kind.ts'
import { textKind } from './text/kind.ts'
import { userKind } from './user/kind.ts'

const all: readonly Kind[] = [
  textKind,
  numberKind,
  moneyKind,
  datetimeKind,
  referenceKind,
  userKind,
  teamKind,
  idKind,
]

/** Every kind of field, by name, in the order in which they are offered. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))
