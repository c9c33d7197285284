import type { Link } from '#platform/objects/define-object.ts'
import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { Kind } from '../kind.ts'
import { referenceKind } from '../reference/kind.ts'

interface TeamOptions extends FieldOptions {
  /** Name of the other side; `null` for none. Default: the plural of this object. */
  readonly inverse?: string | null
}

/** One of the teams of the company. */
export const team = (options: TeamOptions = {}): Field<Link> => ({ ...options, kind: 'team' })

export const teamKind: Kind<Link, TeamOptions, string> = {
  ...referenceKind,
  name: 'team',
  label: 'Team',
  icon: 'users',
  relation: () => ({ to: 'team', many: false }),
}
