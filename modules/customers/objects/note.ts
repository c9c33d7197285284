import { boolean } from '#platform/fields/boolean/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { references } from '#platform/fields/references/kind.ts'
import { richText } from '#platform/fields/rich-text/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** What someone wrote down about a customer or a deal. */
export const noteObject = defineObject('note', {
  plural: 'notes',
  icon: 'notebook-pen',
  title: 'subject',
  customer: true,
  fields: {
    subject: text({ required: true, searchable: true, indexed: true }),
    body: richText({ searchable: true }),
    opportunity: reference('opportunity', { on_purge: 'cascade', indexed: true }),
    files: references('file', { inverse: null }),
    pinned: boolean({ default: false, help: 'Stays on top of the timeline.' }),
  },
  short_form: ['subject', 'body', 'company', 'person', 'opportunity'],
  views: [
    table('newest', ['subject', 'company', 'person', 'opportunity', 'owner', 'created_at'], {
      label: 'Newest notes',
      sort: '-created_at',
    }),
  ],
})
