import { choice } from '#platform/fields/choice/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

const names = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink']
const colours = names.map((value) => ({ value, color: value }))

/**
 * A word that customers and deals are marked with. Whoever uses a new word makes it known; changing its name here
 * changes it everywhere.
 */
export const tagObject = defineObject('tag', {
  plural: 'tags',
  icon: 'tag',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true, indexed: true, max: 60 }),
    color: choice(colours, { default: 'gray' }),
    description: text(),
  },
  short_form: ['name', 'color'],
  views: [table('all', ['name', 'color', 'description'], { label: 'Tags', sort: 'name' })],
})
