import { fold } from '#platform/objects/filter/fold.ts'
import { Unfit } from '#platform/fields/kind.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Context } from '../context.ts'
import { parseContext } from '../records/parse-values.ts'
import type { Dialect } from './dialect.ts'
import { writable } from './writable.ts'

export interface Guess {
  /** Name of the field, null where nothing fits. */
  readonly field: string | null
  /** 0–1; below 0.5 nothing is proposed. */
  readonly confidence: number
}

/** Proposes a field for each column by its name and by what its cells say. No field is proposed twice. */
export function guessMapping(
  ctx: Context,
  object: ObjectModel,
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  dialect: Dialect,
): Guess[] {
  const fields = [...object.fields.values()].filter((field) => writable(ctx, field))
  const pairs = headers.flatMap((header, column) =>
    fields.map((field) => ({
      column,
      field,
      score: likeness(header, field, object) * fitting(ctx, field, samples[column] ?? [], dialect),
    })),
  )
  const guesses: Guess[] = headers.map(() => ({ field: null, confidence: 0 }))
  const taken = new Set<FieldModel>()
  for (const { column, field, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < 0.5 || guesses[column]!.field !== null || taken.has(field)) continue
    guesses[column] = { field: field.name, confidence: Math.round(score * 100) / 100 }
    taken.add(field)
  }
  return guesses
}

/** Names, labels and other names of a field against a header; words in common count as well. */
function likeness(header: string, field: FieldModel, object: ObjectModel): number {
  const head = words(header)
  // A column called “Product” in a file of products holds their names.
  const asTitle = field === object.title ? [object.name, object.label] : []
  const names = [field.name, field.label, ...(field.options.also_known_as ?? []), ...asTitle].map(words)
  return Math.max(...names.map((name, at) => (same(name, head) ? (at < 2 ? 1 : 0.95) : shared(name, head))))
}

const words = (text: string): string[] =>
  fold(text.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('')

function shared(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((word) => b.includes(word)).length
  return (0.8 * both) / Math.max(a.length, b.length, 1)
}

/** Share of the sample that the field can read; links cannot be judged without asking. */
function fitting(ctx: Context, field: FieldModel, texts: readonly string[], dialect: Dialect): number {
  if (texts.length === 0 || field.relation !== undefined) return 1
  const fits = texts.filter((text) => {
    try {
      field.kind.parse(field.kind.fromText(text, field, dialect), field, parseContext(ctx))
      return true
    } catch (error) {
      if (error instanceof Unfit) return false
      throw error
    }
  })
  return 0.4 + (0.6 * fits.length) / texts.length
}
