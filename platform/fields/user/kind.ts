import type { Link } from '#platform/objects/define-object.ts'
import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { Unfit, type Kind } from '../kind.ts'
import { parseLink, referenceKind } from '../reference/kind.ts'

interface UserOptions extends FieldOptions {
  /** Name of the other side; `null` for none. Default: the plural of this object. */
  readonly inverse?: string | null
}

/** One of the people who work here. `'me'` stands for whoever writes. */
export const user = (options: UserOptions = {}): Field<Link> => ({ ...options, kind: 'user' })

export const userKind: Kind<Link, UserOptions, string> = {
  ...referenceKind,
  name: 'user',
  label: 'User',
  icon: 'user',
  relation: () => ({ to: 'user', many: false }),
  parse(input, _field, context) {
    if (input !== 'me') return parseLink(input)
    if (context.me === null) throw new Unfit('There is no “me” here; choose a user.')
    return context.me
  },
}
