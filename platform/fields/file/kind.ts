import type { Link } from '#platform/objects/define-object.ts'
import type { Field, FieldOptions } from '#platform/objects/field.ts'
import type { Kind } from '../kind.ts'
import { referenceKind } from '../reference/kind.ts'

export interface FileOptions extends FieldOptions {
  /** Media types offered for choosing: `['application/pdf', 'image/*']`. */
  readonly accept?: readonly string[]
}

/** A file that was uploaded. Written as the id that the upload gave, answered as `{ id, title }`. */
export const file = (options: FileOptions = {}): Field<Link> => ({ inverse: null, ...options, kind: 'file' })

export const fileKind: Kind<Link, FileOptions, string> = {
  ...referenceKind,
  name: 'file',
  label: 'File',
  icon: 'paperclip',
  relation: () => ({ to: 'file', many: false }),
  check({ options }) {
    const wrong = (options.accept ?? []).find((one) => !/^[\w.+-]+\/([\w.+-]+|\*)$/.test(one))
    return wrong === undefined
      ? []
      : [`accepts “${wrong}”, which is not a media type such as application/pdf.`]
  },
}
