import { catalogServer } from '#modules/catalog/server/module.ts'
import { collaborationServer } from '#modules/collaboration/server/module.ts'
import { customersServer } from '#modules/customers/server/module.ts'
import { salesServer } from '#modules/sales/server/module.ts'
import { organizationServer } from '#platform/organization/server/module.ts'
import type { ServerModule } from '#platform/server/modules/server-module.ts'

/** The areas of this edition, in the order in which they are shown. */
export const modules: readonly ServerModule[] = [
  customersServer,
  salesServer,
  collaborationServer,
  catalogServer,
  organizationServer,
]
