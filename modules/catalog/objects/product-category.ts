import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** A shelf of the catalogue. Categories form a tree. */
export const productCategoryObject = defineObject('product_category', {
  plural: 'product_categories',
  icon: 'folder-tree',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, unique: true, searchable: true, indexed: true }),
    parent: reference('product_category', { label: 'Part of', inverse: 'subcategories', indexed: true }),
    description: text(),
  },
  short_form: ['name', 'parent'],
  views: [table('all', ['name', 'parent', 'description'], { label: 'Product categories', sort: 'name' })],
})
