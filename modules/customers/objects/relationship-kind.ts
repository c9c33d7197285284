import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** A way in which customers belong together, read from either side: “is supplier of” / “buys from”. */
export const relationshipKindObject = defineObject('relationship_kind', {
  plural: 'relationship_kinds',
  icon: 'waypoints',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true, help: 'As in “is supplier of”.' }),
    inverse_name: text({ required: true, help: 'Read from the other side, as in “buys from”.' }),
  },
  short_form: ['name', 'inverse_name'],
  views: [table('all', ['name', 'inverse_name'], { label: 'Kinds of relationship', sort: 'name' })],
})
