import { invalid } from '#platform/objects/problem.ts'

const reserved = new Set([
  'api',
  'admin',
  'app',
  'assets',
  'help',
  'login',
  'mcp',
  'metrics',
  'new',
  'public',
  'rapport',
  'settings',
  'set_up',
  'sign_in',
  'www',
])

/**
 * A workspace's slug, as people type it: `Acme GmbH` is not one, `acme_gmbh` is.
 *
 * @throws Problem 422 with a sentence that says what a slug looks like.
 */
export function checkedSlug(slug: string): string {
  const say = (code: string, message: string) => invalid([{ field: 'slug', code, message }])
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(slug)) {
    throw say(
      'slug',
      'Use 2 to 40 small letters, digits and underscores, beginning with a letter: acme_gmbh.',
    )
  }
  if (reserved.has(slug)) throw say('reserved', `“${slug}” is kept for Rapport itself; choose another one.`)
  return slug
}

/** A slug made from a company's name: `Müller & Söhne` → `muller_sohne`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
  return slug.length < 2 ? `workspace_${slug}`.replace(/_$/, '') : slug
}
