import type { OpenRoute, Route } from '../route.ts'
import { actionRoutes } from './action-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { customizeRoutes } from './customize-routes.ts'
import { eventsRoute } from './events-route.ts'
import { exportRoute } from './export-route.ts'
import { fileRoutes } from './file-routes.ts'
import { importRoutes } from './import-routes.ts'
import { listRoutes } from './list-routes.ts'
import { manyRoutes } from './many-routes.ts'
import { openApiRoute } from './openapi-route.ts'
import { questionRoutes } from './question-routes.ts'
import { entranceRoutes, sessionRoutes } from './session-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { workspaceRoute } from './workspace-route.ts'

/** The table of the API. The router prefers fixed parts of a path to variable ones, so the order says nothing. */
export const routes: readonly Route[] = [
  workspaceRoute,
  openApiRoute(() => [...openRoutes, ...routes]),
  ...sessionRoutes,
  ...settingsRoutes,
  ...customizeRoutes,
  ...fileRoutes,
  eventsRoute,
  ...listRoutes,
  ...questionRoutes,
  ...changeRoutes,
  ...manyRoutes,
  exportRoute,
  ...importRoutes,
  ...actionRoutes,
]

export const openRoutes: readonly OpenRoute[] = entranceRoutes
