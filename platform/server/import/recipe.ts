import type { JsonObject } from '#platform/objects/json.ts'

/** One file (or a few rows written out) that goes into one object. */
export interface RecipeStep {
  readonly object: string
  /** Name of the file in the recipe's folder … */
  readonly file?: string
  /** … or the records themselves, as JSON. */
  readonly rows?: readonly JsonObject[]
  /** The plan, as the API takes it: mapping, fixes, key, constants, factors, repeated, dialect. */
  readonly plan?: JsonObject
}

/** How the files of one firm come in, in order: what a person would decide in the wizard, kept to be done again. */
export interface Recipe {
  readonly about: string
  readonly steps: readonly RecipeStep[]
}
