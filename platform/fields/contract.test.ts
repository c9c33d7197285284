import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel, Model } from '#platform/objects/model.ts'
import { answered, context, fieldOf, keptValues, plainFormat, sampledKinds } from './contract-field.ts'
import { schemaFault } from './contract-schema.ts'
import { columns } from './columns.ts'
import { Unfit } from './kind.ts'
import { kinds } from './kinds.ts'

const noObjects = { objects: new Map() } as unknown as Model
const readers = [
  { locale: 'en-US', zone: 'Europe/Berlin' },
  { locale: 'de-DE', zone: 'Europe/Berlin' },
]

const parse = (field: FieldModel, input: unknown): any => field.kind.parse(input as Json, field, context)
const fromText = (field: FieldModel, text: string, format = {}): unknown =>
  parse(field, field.kind.fromText(text, field, { ...plainFormat, ...format }))

test('every kind of field has a database side', () => {
  expect([...columns.keys()].sort()).toEqual([...kinds.keys()].sort())
})

describe.each(await sampledKinds())('a field of kind %s', (_name, kind, samples) => {
  const field = fieldOf(samples.declaration)
  const values = keptValues(samples)

  test('is declared rightly by its builder', () => {
    expect(kinds.get(samples.declaration.kind)).toBe(kind)
    expect(kind.check?.(field, noObjects) ?? []).toEqual([])
  })

  test('keeps what is given in its one form', () => {
    for (const [given, kept] of samples.good) expect([given, parse(field, given)]).toEqual([given, kept])
  })

  test('is empty when nothing is given', () => {
    for (const given of [null, undefined]) expect(parse(field, given)).toBeNull()
    if (kind.name !== 'json') for (const given of ['', '  ']) expect(parse(field, given)).toBeNull()
  })

  test('says in a sentence what to give instead', () => {
    for (const [given, sentence] of samples.bad) {
      const said = refusal(() => parse(field, given))
      expect(said, JSON.stringify(given)).toContain(sentence)
      expect(said).toMatch(/^[A-Z“].*\.$/s)
    }
  })

  test('takes back what it answered, unchanged', () => {
    for (const value of values) expect(parse(field, answered(field, value))).toEqual(value)
  })

  test('is read back from the text it is exported as', () => {
    for (const value of values)
      expect(fromText(field, kind.toText(answered(field, value), field))).toEqual(value)
  })

  test('reads what files write', () => {
    for (const [text, kept, format] of samples.texts ?? [])
      expect([text, fromText(field, text, format)]).toEqual([text, kept])
    for (const [text, sentence, format] of samples.badTexts ?? []) {
      expect(
        refusal(() => fromText(field, text, format)),
        text,
      ).toContain(sentence)
    }
  })

  test('is shown as its reader writes', () => {
    for (const [value, ...shown] of samples.shown ?? []) {
      const seen = readers.map((reader) => plainSpaces(kind.format(answered(field, value), field, reader)))
      expect(seen).toEqual(shown)
    }
    for (const value of values)
      for (const reader of readers)
        expect(typeof kind.format(answered(field, value), field, reader)).toBe('string')
  })

  test('compares by a scalar that is the same for stored and answered values', () => {
    for (const value of values) {
      const scalar = kind.scalar(value, field)
      expect(['string', 'number', 'boolean']).toContain(typeof scalar)
      expect(kind.scalar(answered(field, value), field)).toEqual(scalar)
    }
  })

  test('fits its own JSON Schema', () => {
    for (const value of values) {
      expect(schemaFault(kind.schema(field), answered(field, value))).toBeUndefined()
      expect(schemaFault((kind.writeSchema ?? kind.schema)(field), value as Json)).toBeUndefined()
    }
  })

  test('is not declared with wrong options', () => {
    for (const [declaration, sentence] of samples.faults ?? []) {
      expect(kind.check?.(fieldOf(declaration), noObjects).join(' ')).toContain(sentence)
    }
  })

  test('takes or refuses whatever comes, and what it takes is stable', () => {
    const hostile = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withTypedArray: true,
    })
    const near = fc.oneof(
      ...samples.good.map(([given]) => changed(given)),
      ...samples.bad.map(([given]) => changed(given)),
    )
    fc.assert(
      fc.property(fc.oneof(hostile, fc.jsonValue(), fc.string({ unit: 'binary' }), near), (input) =>
        stable(field, input),
      ),
      { numRuns: 600 },
    )
  })

  test('takes or refuses whatever text a file has', () => {
    const written = [...(samples.texts ?? []), ...(samples.badTexts ?? [])].map(([text]) => text)
    const near = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      ...written.map((text) => changed(text).map(String)),
    )
    const formats = fc.record({
      dates: fc.constantFrom('ymd', 'dmy', 'mdy'),
      decimal: fc.constantFrom('.', ','),
    })
    const read = (text: string, format: object) => {
      let given: unknown
      try {
        given = kind.fromText(text, field, { ...plainFormat, ...format })
      } catch (error) {
        if (!(error instanceof Unfit)) throw error
        return
      }
      stable(field, given)
    }
    fc.assert(fc.property(near, formats, read), { numRuns: 400 })
  })
})

/** Either a value that survives the way out and in again, or `Unfit`; nothing else. */
function stable(field: FieldModel, input: unknown): void {
  let value: unknown
  try {
    value = parse(field, input)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    expect(error.message).toMatch(/^[A-Z“].*\.$/s)
    return
  }
  if (value === null) return
  const { kind } = field
  expect(JSON.parse(JSON.stringify(value))).toEqual(value)
  expect(JSON.stringify(value)).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i)
  expect(parse(field, answered(field, value))).toEqual(value)
  expect(fromText(field, kind.toText(answered(field, value), field))).toEqual(value)
  expect(schemaFault(kind.schema(field), answered(field, value))).toBeUndefined()
  for (const reader of readers) kind.format(answered(field, value), field, reader)
  kind.scalar(value, field)
}

/** The same with a letter changed, or in an array, or in an object. */
function changed(given: Json): fc.Arbitrary<unknown> {
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  const edited = fc
    .tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary' }))
    .map(([at, cut, put]) => {
      const next = text.slice(0, at) + put + text.slice(at + cut)
      if (typeof given === 'string') return next
      try {
        return JSON.parse(next) as unknown
      } catch {
        return next
      }
    })
  return fc.oneof(
    fc.constant(given),
    edited,
    fc.array(fc.oneof(fc.constant(given), edited), { maxLength: 3 }),
  )
}

function refusal(deed: () => unknown): string {
  try {
    return `accepted as ${JSON.stringify(deed())}`
  } catch (error) {
    if (error instanceof Unfit) return error.message
    throw error
  }
}

const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
