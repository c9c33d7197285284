import { openRoutes, routes } from './routes/all.ts'
import { base } from './route.ts'

/** Which methods an address of the API knows, whatever the object; none when there is no such address. */
export function methodsOf(path: string): readonly string[] {
  const found = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  return [...new Set(found)].toSorted()
}

const patterns = [...routes, ...openRoutes].map((route) => ({
  method: route.method,
  pattern: new RegExp(`^${base}${route.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
}))
