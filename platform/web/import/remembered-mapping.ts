import type { Fixes, ImportPlan } from './import-api.ts'

/** What was decided for a file of these columns, to offer it again for the next one. */
interface Remembered {
  readonly mapping: Readonly<Record<string, string | null>>
  readonly fixes: Fixes
  readonly key: string | null
}

const keyFor = (object: string, headers: readonly string[]): string => `rapport.import.${object}.${[...headers].toSorted().join('|')}`

export function rememberedFor(object: string, headers: readonly string[]): Remembered | null {
  try {
    return JSON.parse(localStorage.getItem(keyFor(object, headers)) ?? 'null') as Remembered | null
  } catch {
    return null
  }
}

export function remember(object: string, headers: readonly string[], plan: ImportPlan): void {
  const kept: Remembered = { mapping: plan.mapping ?? {}, fixes: plan.fixes, key: plan.key }
  try {
    localStorage.setItem(keyFor(object, headers), JSON.stringify(kept))
  } catch {
    // A full or forbidden store costs a convenience, not the import.
  }
}
