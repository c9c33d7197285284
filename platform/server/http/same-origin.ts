import type { FastifyRequest } from 'fastify'
import { Problem } from '#platform/objects/problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site makes a browser send with its cookie. Browsers say where a request comes
 * from (`Sec-Fetch-Site`, older ones `Origin`); neither can be set by a page.
 *
 * @throws Problem 403 `cross_site`
 */
export function checkSameOrigin(request: FastifyRequest): void {
  if (safe.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const fits = site === undefined ? originFits(request) : site === 'same-origin'
  if (fits) return
  const detail = 'This request comes from another site than Rapport itself.'
  throw new Problem({ status: 403, code: 'cross_site', detail })
}

function originFits({ headers, host }: FastifyRequest): boolean {
  if (headers.origin === undefined) return false
  return URL.parse(headers.origin)?.host === host.toLowerCase()
}
