import type { Json, JsonObject } from '#platform/objects/json.ts'
import { atMost, isBlank, oneLine, textOf } from './clean-text.ts'
import { Unfit } from './kind.ts'

/** One of several addresses or numbers of somebody. The primary one stands first. */
export interface Entry {
  readonly value: string
  /** What it is for: `work`, `home`, `mobile` … */
  readonly kind?: string
  readonly primary: boolean
}

export interface StatedEntry extends Entry {
  readonly state?: EntryState
}

export type EntryState = 'valid' | 'invalid' | 'unconfirmed'

interface Reading {
  /** Text of one value → the value as kept. Throws `Unfit`. */
  readonly read: (text: string) => string
  /** What to say to something else. */
  readonly sentence: string
  readonly states?: boolean
}

const most = 20
/** Between entries in a text; not the `;ext=` of a phone number, nor a comma in parentheses. */
const between = /(?:;(?!\s*ext=)|,(?![^()]*\))|[\r\n])+/
const states: ReadonlySet<unknown> = new Set<EntryState>(['valid', 'invalid', 'unconfirmed'])

/**
 * A text, an entry or a list of either → entries, each value once, exactly one of them primary and first; `null` when
 * there are none.
 *
 * @throws Unfit
 */
export function parseEntries(input: Json, reading: Reading): StatedEntry[] | null {
  if (isBlank(input)) return null
  const given: readonly Json[] = Array.isArray(input)
    ? input
    : typeof input === 'string'
      ? entriesFromText(input)
      : [input as Json]
  const found = new Map<string, StatedEntry>()
  for (const one of given) {
    const entry = parseEntry(one, reading)
    if (entry === null) continue
    const known = found.get(entry.value)
    found.set(
      entry.value,
      known === undefined ? entry : { ...known, ...entry, primary: known.primary || entry.primary },
    )
  }
  if (found.size > most) throw new Unfit(`Give at most ${most}.`, 'too_many')
  const entries = [...found.values()]
  const first = entries.find((one) => one.primary) ?? entries[0]
  if (first === undefined) return null
  return [
    { ...first, primary: true },
    ...entries.filter((one) => one !== first).map((one) => ({ ...one, primary: false })),
  ]
}

function parseEntry(input: Json, { read, sentence, states: takesState }: Reading): StatedEntry | null {
  if (isBlank(input)) return null
  if (typeof input !== 'object' || Array.isArray(input))
    return { value: read(textOf(input, sentence)), primary: false }
  const given = input as JsonObject
  const value = given['value']
  if (isBlank(value)) return null
  const kind = isBlank(given['kind']) ? '' : word(textOf(given['kind']!, 'Give what it is for as a word.'))
  const state = given['state'] ?? null
  if (state !== null && !(takesState === true && states.has(state))) {
    throw new Unfit(takesState === true ? 'A state is valid, invalid or unconfirmed.' : sentence, 'state')
  }
  return {
    value: read(textOf(value!, sentence)),
    ...(kind === '' ? {} : { kind }),
    ...(state === null ? {} : { state: state as EntryState }),
    primary: given['primary'] === true,
  }
}

/** `ana@work.com (work); ana@home.org (invalid)`: the primary one first; read back by `entriesFromText`. */
export function entriesToText(entries: readonly StatedEntry[]): string {
  return entries
    .map(({ value, kind, state }) => {
      const notes = [
        ...(kind === undefined ? [] : [kind]),
        ...(state === undefined ? [] : [`state: ${state}`]),
      ]
      return notes.length === 0 ? value : `${value} (${notes.join(', ')})`
    })
    .join('; ')
}

/** Without what separates entries in a text. */
const word = (text: string): string =>
  atMost(oneLine(text.replaceAll(/[;:,()]/g, ' ')).replaceAll(/\s+/g, ' '), 40)

export function entriesFromText(text: string): Json[] {
  const pieces = text.split(between).filter((one) => one.trim() !== '')
  return pieces.map((piece) => {
    const found = /^(.+?)\s*\(([^()]*)\)\s*$/.exec(piece)
    // `(030) 12 34` is a number, `12 34 (home)` one with a note.
    if (found === null || !/[^\d\s/.-]/u.test(found[2]!)) return piece.trim()
    const notes = found[2]!
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const state = notes.find((one) => one.startsWith('state: '))?.slice(7)
    const kind = notes.find((one) => !one.startsWith('state: '))
    return {
      value: found[1]!,
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
    }
  })
}

/** The value that stands for all of them. */
export const primaryOf = (entries: readonly Entry[]): string => entries[0]?.value ?? ''

/** How filters reach into a list of entries: parts are those of the first one, words and `has` go over all. */
export const entryParts = {
  part: (entries: readonly StatedEntry[], part: string) =>
    entries[0]?.[part === 'primary' ? 'value' : (part as 'kind')] ?? null,
  words: (entries: readonly StatedEntry[]) => entries.map((one) => one.value).join(' '),
  entries: (entries: readonly StatedEntry[]) => entries.map((one) => one.value),
}

/** JSON Schema of a list of entries; the text form is for writing. */
export function entriesSchema(value: JsonObject, withState: boolean, writing: boolean): JsonObject {
  const entry: JsonObject = {
    type: 'object',
    properties: {
      value,
      kind: { type: 'string', maxLength: 40 },
      primary: { type: 'boolean' },
      ...(withState ? { state: { type: 'string', enum: ['valid', 'invalid', 'unconfirmed'] } } : {}),
    },
    required: writing ? ['value'] : ['value', 'primary'],
    additionalProperties: false,
  }
  if (!writing) return { type: 'array', items: entry, minItems: 1, maxItems: most }
  const one: JsonObject = { anyOf: [{ type: 'string' }, entry] }
  return { anyOf: [{ type: 'string' }, { type: 'array', items: one, maxItems: most }] }
}
