import type { Fixes, ImportPlan } from './import-api.ts'

/** What was decided for a file of these columns, beside the mapping, which the server remembers. */
type Remembered = Pick<ImportPlan, 'key' | 'existing'> & { readonly fixes: Fixes }

const keyFor = (object: string, headers: readonly string[]): string =>
  `rapport.import.${object}.${headers.toSorted().join('|')}`

export function rememberedFor(object: string, headers: readonly string[]): Remembered | null {
  try {
    return JSON.parse(localStorage.getItem(keyFor(object, headers)) ?? 'null') as Remembered | null
  } catch {
    return null
  }
}

export function remember(
  object: string,
  headers: readonly string[],
  { fixes, key, existing }: ImportPlan,
): void {
  try {
    localStorage.setItem(
      keyFor(object, headers),
      JSON.stringify({ fixes, key, existing } satisfies Remembered),
    )
  } catch {
    // A full or forbidden store costs a convenience, not the import.
  }
}
