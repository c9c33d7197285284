import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ListScreen } from '#platform/web/records/list/list-screen.tsx'
import { readSearch } from './address.ts'
import { Gate } from './gate.tsx'
import { HomeScreen } from './home-screen.tsx'
import { NotFound } from './not-found.tsx'
import { ScreenFault } from './screen-fault.tsx'

const root = createRootRoute({ component: Gate, validateSearch: readSearch, notFoundComponent: NotFound })
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

const routes = [
  createRoute({ ...at('/'), component: HomeScreen }),
  createRoute({
    ...at('/bin'),
    component: lazyRouteComponent(() => import('#platform/web/records/bin/bin-screen.tsx'), 'BinScreen'),
  }),
  createRoute({
    ...at('/settings'),
    component: lazyRouteComponent(() => import('#platform/web/settings/settings.tsx'), 'Settings'),
  }),
  createRoute({
    ...at('/settings/$'),
    component: lazyRouteComponent(() => import('#platform/web/settings/settings.tsx'), 'Settings'),
  }),
  createRoute({ ...at('/$plural'), component: ListScreen }),
  createRoute({
    ...at('/$plural/import'),
    component: lazyRouteComponent(() => import('#platform/web/import/import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    ...at('/$plural/$id'),
    component: lazyRouteComponent(
      () => import('#platform/web/records/record/record-screen.tsx'),
      'RecordScreen',
    ),
  }),
]

/** Addresses are the state: filters, sort, view, tab and the open side panel are in the search parameters. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: false,
  defaultErrorComponent: ScreenFault,
  scrollRestoration: false,
})
