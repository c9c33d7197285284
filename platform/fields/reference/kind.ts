import type { Link } from '#platform/objects/define-object.ts'
import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { isUuid } from '../id/kind.ts'
import { Unfit, type Kind } from '../kind.ts'

interface ReferenceOptions extends FieldOptions {
  /** The object pointed to. */
  readonly to?: string
  /** Name of the other side (`company.opportunities`); `null` for none. Default: the plural of this object. */
  readonly inverse?: string | null
  /**
   * Name of a reference that this object and the other one both have: only records that agree in it are offered and
   * found (a stage within the pipeline).
   */
  readonly within?: string
  /** What happens here when the other record is purged; default `set null`. */
  readonly on_purge?: 'set null' | 'cascade' | 'restrict'
}

/** A link to one record of another object. Written as its id, answered as `{ id, title }`. */
export const reference = (to: string, options: ReferenceOptions = {}): Field<Link> => ({
  ...options,
  kind: 'reference',
  to,
})

export const referenceKind: Kind<Link, ReferenceOptions, string> = {
  name: 'reference',
  label: 'Reference',
  icon: 'link',
  family: 'one',
  relation: (options) => ({ to: options.to ?? '', many: false }),
  parse: parseLink,
  fromText: (text) => text,
  toText: (value) => value.title ?? value.id,
  format: (value) => value.title ?? '',
  scalar: (value) => (typeof value === 'string' ? value : value.id),
  schema: () => ({
    type: 'object',
    properties: { id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } },
    required: ['id'],
  }),
  writeSchema: () => ({ type: ['string', 'null'], format: 'uuid' }),
}

/** An id, or a link as it was answered → the id. */
export function parseLink(input: unknown): string | null {
  if (isBlank(input)) return null
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : input
  if (!isUuid(id)) throw new Unfit('Choose a record, or give its id.')
  return id.toLowerCase()
}
