import { anyObject } from '../describe.ts'
import { openApi } from '../openapi.ts'
import type { OpenRoute, Route } from '../route.ts'

/** The description of this very API, for programs and for generators of clients. */
export const openApiRoute = (table: () => readonly (Route | OpenRoute)[]): Route => ({
  method: 'GET',
  path: '/openapi.json',
  id: 'readOpenApi',
  tag: 'Session',
  summary: 'This description',
  describe: () => ({ answers: { 200: anyObject } }),
  handle: async ({ workspace, actor }) => openApi(workspace, actor.access, table()),
})
