import { boolean } from '#platform/fields/boolean/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** Why deals are lost, as the firm counts it. */
export const lossReasonObject = defineObject('loss_reason', {
  plural: 'loss_reasons',
  icon: 'circle-x',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true }),
    description: text(),
    active: boolean({ default: true, help: 'Offered when a deal is lost.' }),
  },
  short_form: ['name', 'description'],
  views: [table('all', ['name', 'description', 'active'], { label: 'Reasons of loss', sort: 'name' })],
})
