import type { Link } from '#platform/objects/define-object.ts'
import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { isBlank } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'
import { parseLink } from '../reference/kind.ts'

interface ReferencesOptions extends FieldOptions {
  /** The object pointed to. */
  readonly to?: string
  /** Name of the other side (`contact.opportunities`); `null` for none. Default: the plural of this object. */
  readonly inverse?: string | null
}

/** Links to any number of records of another object, in an order. Written as ids, answered as `{ id, title }`. */
export const references = (to: string, options: ReferencesOptions = {}): Field<readonly Link[]> => ({
  ...options,
  kind: 'references',
  to,
})

const most = 1000

export const referencesKind: Kind<readonly Link[], ReferencesOptions, readonly string[]> = {
  name: 'references',
  label: 'Several references',
  icon: 'waypoints',
  family: 'many',
  relation: (options) => ({ to: options.to ?? '', many: true }),
  parse(input) {
    if (isBlank(input)) return null
    const given: readonly unknown[] = Array.isArray(input) ? input : [input]
    const ids = new Set(given.map(parseLink).filter((id) => id !== null))
    if (ids.size > most) throw new Unfit(`Choose at most ${most} records.`, 'too_many')
    return ids.size === 0 ? null : [...ids]
  },
  fromText: (text) =>
    isBlank(text)
      ? null
      : text
          .split(/[;\r\n]+/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
  toText: (value) => value.map((one) => (one.title ?? one.id).replaceAll(/[;\r\n]+/g, ',')).join('; '),
  format: (value) =>
    value
      .map((one) => one.title ?? '')
      .filter((one) => one !== '')
      .join(', '),
  scalar: (value) => value.length,
  schema: () => ({
    type: 'array',
    items: {
      type: 'object',
      properties: { id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } },
      required: ['id'],
    },
  }),
  writeSchema: () => ({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: most }),
  check(field, model) {
    const faults: string[] = []
    if (field.options.unique === true) faults.push('cannot be unique.')
    if (model.objects.has(linkTableName(field)))
      faults.push(`needs the table “${linkTableName(field)}”, which is an object.`)
    return faults
  },
}

/** `opportunity_contacts`; long names end in a hash, as PostgreSQL allows 63 letters. */
export function linkTableName(field: Pick<FieldModel, 'object' | 'name'>): string {
  const name = `${field.object}_${field.name}`
  if (name.length <= 56) return name
  let hash = 0
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return `${name.slice(0, 47)}_${hash.toString(36).padStart(7, '0')}`
}
