import { fieldModel } from '#platform/objects/build-model.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { someone } from './contract-ids.ts'
import type { Samples } from './contract-samples.ts'
import type { Kind, ParseContext, TextFormat } from './kind.ts'
import { kinds } from './kinds.ts'

export const context: ParseContext = {
  zone: 'Europe/Berlin',
  currency: 'EUR',
  country: 'DE',
  now: new Date('2026-11-22T10:00:00Z'),
  me: someone,
}

export const plainFormat: TextFormat = { dates: 'ymd', decimal: '.' }

/** Every kind whose values are written, with its samples: one that lacks them fails here. */
export async function sampledKinds(): Promise<(readonly [name: string, kind: Kind, samples: Samples])[]> {
  const written = [...kinds.values()].filter((kind) => kind.computed !== true)
  return Promise.all(
    written.map(async (kind) => {
      const { samples } = (await import(`./${kind.name.replaceAll('_', '-')}/samples.ts`)) as {
        samples: Samples
      }
      return [kind.name, kind, samples] as const
    }),
  )
}

export const fieldOf = (declaration: FieldDeclaration): FieldModel =>
  fieldModel('sample', 'value', declaration)

/** A stored value as the API answers it: links carry a title. */
export function answered(field: FieldModel, stored: unknown): any {
  if (field.relation === undefined || stored === null) return stored
  const link = (id: unknown): Json => ({ id: id as string, title: null })
  return Array.isArray(stored) ? stored.map(link) : link(stored)
}

/** The different values that samples lead to. */
export function keptValues({ good }: Samples): unknown[] {
  const different = new Map(
    good.filter(([, kept]) => kept !== null).map(([, kept]) => [JSON.stringify(kept), kept]),
  )
  return [...different.values()]
}
