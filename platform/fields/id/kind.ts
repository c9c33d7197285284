import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { isBlank } from '../clean-text.ts'
import { Unfit, type Kind } from '../kind.ts'

interface IdOptions extends FieldOptions {
  /** SQL of a stored generated column, own columns only. */
  readonly generated?: string
}

/** A UUID kept by the engine: the record's own id, the customer key. */
export const id = (options: IdOptions = {}): Field<string> => ({ ...options, kind: 'id' })

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

export const idKind: Kind<string, IdOptions> = {
  name: 'id',
  label: 'Id',
  icon: 'hash',
  family: 'choice',
  internal: true,
  parse(input) {
    if (isBlank(input)) return null
    if (!isUuid(input)) throw new Unfit('Give an id such as 0198c5a2-7f00-7000-8000-0123456789ab.')
    return input.toLowerCase()
  },
  fromText: (text) => text,
  toText: (value) => value,
  format: (value) => value,
  scalar: (value) => value,
  schema: () => ({ type: 'string', format: 'uuid' }),
}
