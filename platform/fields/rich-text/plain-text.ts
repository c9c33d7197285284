/**
 * What HTML says, without its tags: for cells, search and to see whether it says anything at all. `plainTextSql` is
 * the same in SQL, step by step; a test holds the two together.
 */
export function plainText(html: string): string {
  const bare = html.replaceAll(new RegExp(block, 'gi'), ' ').replaceAll(new RegExp(tag, 'g'), '')
  const read = entities.reduce((text, [entity, letter]) => text.replaceAll(entity, letter), bare)
  return read.replaceAll(new RegExp(space, 'g'), ' ').replaceAll(/^ | $/g, '')
}

/** @param html SQL of a text */
export function plainTextSql(html: string): string {
  const bare = `regexp_replace(regexp_replace(${html}, '${block}', ' ', 'gi'), '${tag}', '', 'g')`
  const read = entities.reduce(
    (text, [entity, letter]) => `replace(${text}, '${entity}', '${letter.replace("'", "''")}')`,
    bare,
  )
  return `btrim(regexp_replace(${read}, '${space}', ' ', 'g'))`
}

/** Tags that stand between words; the others may stand inside one. */
const block = '</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|pre|hr|table|tr|td|th|img)(?:[ /][^>]*)?>'
const tag = '<[^>]*>'
const space = '[ \\t\\n\\r\u00a0]+'

/** `&amp;` last: what it brings forth is not read again. */
const entities: readonly (readonly [entity: string, letter: string])[] = [
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]

/** Plain text as HTML: a paragraph per block, a break per line. */
export function paragraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .trim()
    .split(/\n{2,}/)
    .map((one) => `<p>${one.replaceAll('\n', '<br />')}</p>`)
    .join('')
}
