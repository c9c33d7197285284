import { boolean } from '#platform/fields/boolean/kind.ts'
import { choice } from '#platform/fields/choice/kind.ts'
import { image } from '#platform/fields/image/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** Something we sell: a good, a service or a subscription. */
export const productObject = defineObject('product', {
  plural: 'products',
  icon: 'package',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, searchable: true, indexed: true }),
    sku: text({ label: 'SKU', unique: true, indexed: true, searchable: true, help: 'Our number for it.' }),
    category: reference('product_category', {
      also_known_as: ['series', 'product_line', 'group'],
      inverse: 'products',
      indexed: true,
    }),
    kind: choice(['good', 'service', 'subscription'], { default: 'good', indexed: true }),
    unit: text({ help: 'What one of it is: piece, hour, month, kg.' }),
    list_price: money({
      also_known_as: ['price', 'sales_price', 'unit_price'],
      min: 0,
      indexed: true,
      help: 'For one unit, before tax and discount.',
    }),
    cost: money({ min: 0, help: 'What one unit costs us.' }),
    tax_class: choice(['standard', 'reduced', 'zero', 'exempt'], { default: 'standard' }),
    active: boolean({ default: true, indexed: true, help: 'Offered in new deals.' }),
    description: longText(),
    image: image(),
    core_benefit: longText({ help: 'What the customer is really buying.' }),
    basic_product: longText({ help: 'What it is, without which it would not be this product.' }),
    expected_product: longText({ help: 'What buyers take for granted.' }),
    augmented_product: longText({ help: 'What we add beyond expectation.' }),
    potential_product: longText({ help: 'What it could become.' }),
    lifespan: number({ decimals: 0, min: 0, unit: 'months', help: 'After how long it is usually replaced.' }),
    replaces: reference('product', { inverse: 'replaced_by' }),
    won_value: rollup({ of: 'opportunities', fn: 'sum', field: 'amount', where: { stage: { kind: 'won' } } }),
  },
  duplicates: [
    { match: 'exact', fields: ['sku'] },
    { match: 'similar', fields: ['name'] },
  ],
  short_form: ['name', 'sku', 'category', 'kind', 'list_price', 'unit'],
  sections: [
    {
      label: 'Product',
      fields: ['name', 'sku', 'category', 'kind', 'unit', 'active', 'image', 'description'],
    },
    { label: 'Price', fields: ['list_price', 'cost', 'tax_class', 'won_value'] },
    {
      label: 'Levels',
      fields: ['core_benefit', 'basic_product', 'expected_product', 'augmented_product', 'potential_product'],
    },
    { label: 'Life', fields: ['lifespan', 'replaces'] },
  ],
  views: [
    table('active', ['name', 'sku', 'category', 'kind', 'list_price', 'unit', 'won_value'], {
      label: 'On sale',
      where: { active: true },
      sort: 'name',
    }),
    table('all', ['name', 'sku', 'category', 'kind', 'list_price', 'active'], {
      label: 'All products',
      sort: 'name',
    }),
  ],
})
