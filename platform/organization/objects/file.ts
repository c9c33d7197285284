import { number } from '#platform/fields/number/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** A file that was uploaded. Its content lies in the file store under `sha256`; the record is what links point to. */
export const fileObject = defineObject('file', {
  plural: 'files',
  icon: 'file',
  title: 'name',
  fields: {
    name: text({ required: true, searchable: true, indexed: true }),
    media_type: text({ read_only: true, indexed: true, help: 'As in “application/pdf”.' }),
    size: number({ decimals: 0, min: 0, unit: 'bytes', read_only: true, indexed: true }),
    sha256: text({ label: 'Checksum (SHA-256)', read_only: true, indexed: true }),
  },
  views: [
    table('newest', ['name', 'media_type', 'size', 'owner', 'created_at'], {
      label: 'Newest',
      sort: '-created_at',
    }),
  ],
})
