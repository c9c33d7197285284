import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'

/** A domain is kept bare, however it is pasted: `https://www.Example.com/shop` and `me@example.com` → `example.com`. */
export const domainIsBare = rule('company', { when: 'domain' }, (_ctx, { changes }) => {
  const given = changes['domain'] as string | null
  if (given == null) return
  const domain = bareDomain(given)
  if (domain !== undefined) return { domain }
  throw invalid([
    { field: 'domain', code: 'domain', message: `“${given}” is not a domain such as “example.com”.` },
  ])
})

export function bareDomain(given: string): string | undefined {
  const host = given
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  const ascii = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/.test(ascii) ? ascii : undefined
}
