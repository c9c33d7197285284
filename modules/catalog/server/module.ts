import { noCycle } from '#platform/server/modules/no-cycle.ts'
import { defineServerModule } from '#platform/server/modules/server-module.ts'
import { catalog } from '../objects/module.ts'

export const catalogServer = defineServerModule({
  module: catalog,
  rules: [
    noCycle('product_category', 'parent', 'A category cannot be part of itself or of a category below it.'),
    noCycle('product', 'replaces', 'A product cannot replace itself or one that replaces it.'),
  ],
})
