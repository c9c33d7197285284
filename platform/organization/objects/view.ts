import { boolean } from '#platform/fields/boolean/kind.ts'
import { choice } from '#platform/fields/choice/kind.ts'
import { json } from '#platform/fields/json/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** A way to look at an object that someone keeps: filter, columns, sorting, grouping. */
export const viewObject = defineObject('view', {
  plural: 'views',
  icon: 'panels-top-left',
  title: 'name',
  setup: true,
  owned: true,
  fields: {
    name: text({ required: true }),
    object: text({ required: true, indexed: true, help: 'Name of the object that is looked at.' }),
    layout: choice(['table', 'board', 'calendar'], { default: 'table' }),
    definition: json({ help: 'Filter, columns, sorting and grouping.' }),
    shared: boolean({ default: false, help: 'Everyone sees it; only its owner changes it.' }),
    favourite: boolean({ default: false, help: 'Stands in the navigation of its owner.' }),
    order: number({ decimals: 0, help: 'Place among the views of its object.' }),
  },
  short_form: ['name', 'shared'],
  views: [
    table('all', ['name', 'object', 'layout', 'shared', 'owner'], {
      label: 'Saved views',
      sort: 'object,order,name',
    }),
  ],
})
