import { defineModule } from '#platform/objects/define-module.ts'
import { productCategoryObject } from './product-category.ts'
import { productObject } from './product.ts'

/** What we sell. */
export const catalog = defineModule({
  name: 'catalog',
  label: 'Catalog',
  icon: 'package',
  objects: [productObject, productCategoryObject],
  actions: [],
})
