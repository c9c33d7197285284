import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** People who work together. Teams form a tree: whoever leads one sees the teams below it. */
export const teamObject = defineObject('team', {
  plural: 'teams',
  icon: 'users-round',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true, indexed: true }),
    parent: reference('team', { label: 'Part of', inverse: 'subteams', indexed: true }),
    manager: reference('user', { label: 'Led by', inverse: 'managed_teams', indexed: true }),
    description: text(),
  },
  short_form: ['name', 'parent', 'manager'],
  views: [table('all', ['name', 'parent', 'manager', 'description'], { label: 'Teams', sort: 'name' })],
})
