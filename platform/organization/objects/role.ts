import { json } from '#platform/fields/json/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** What its people may see and do; `permissions` has the type `Permissions` of platform/server/access/access.ts. */
export const roleObject = defineObject('role', {
  plural: 'roles',
  icon: 'shield-check',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true }),
    description: text({ max: 500 }),
    permissions: json({ help: 'Per object: create, read, update and delete as none, own, team or all.' }),
  },
  short_form: ['name', 'description'],
  views: [table('all', ['name', 'description'], { label: 'Roles', sort: 'name' })],
})
