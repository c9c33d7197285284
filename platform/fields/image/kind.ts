import type { Link } from '#platform/objects/define-object.ts'
import type { Field } from '#platform/objects/field.ts'
import { fileKind, type FileOptions } from '../file/kind.ts'
import type { Kind } from '../kind.ts'

/** A picture that was uploaded. */
export const image = (options: FileOptions = {}): Field<Link> => ({
  inverse: null,
  accept: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
  ...options,
  kind: 'image',
})

export const imageKind: Kind<Link, FileOptions, string> = {
  ...fileKind,
  name: 'image',
  label: 'Image',
  icon: 'image',
}
