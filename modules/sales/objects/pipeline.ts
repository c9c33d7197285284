import { boolean } from '#platform/fields/boolean/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** A way of selling: its stages are the columns of a board. */
export const pipelineObject = defineObject('pipeline', {
  plural: 'pipelines',
  icon: 'git-commit-horizontal',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true }),
    order: number({ decimals: 0, default: 0, help: 'The first one is taken where none is named.' }),
    active: boolean({ default: true, help: 'Offered for new opportunities.' }),
    description: text({ max: 500 }),
  },
  short_form: ['name', 'order'],
  views: [
    table('all', ['name', 'order', 'active', 'description'], { label: 'Pipelines', sort: 'order,name' }),
  ],
})
