/**
 * Text without case and accents, for comparing as people do: `Müller` = `MULLER`, `Łódź` = `lodz`, `Straße` = `strasse`.
 * The SQL function `rapport.fold` gives the same result; `foldSql` is its body and the tests hold the two together.
 */
export function fold(text: string): string {
  // Names are mostly plain: seven times faster than the way below.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replaceAll(marks, '')
    .toLowerCase()
    .replaceAll(special, (letter) => letters.get(letter)!)
}

/** The words of a text for `matches`, folded. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).split(separator).filter((word) => word !== '')
}

/** Folded text with every separator a space, one in front: a word begins where ` word` is found. */
export function spaced(folded: string): string {
  return ` ${folded.replaceAll(separatorEach, ' ')}`
}

/** What stands between words: one character each, so that SQL's `translate` does the same. */
export const separators = ' \t\n\r!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~–—‘’“”„«»·•¿¡'

const separatorClass = `[${separators.replaceAll(/[\\\]^-]/g, String.raw`\$&`)}]`
const separator = new RegExp(`${separatorClass}+`, 'u')
const separatorEach = new RegExp(separatorClass, 'gu')

const marks = /[\u0300-\u036f]/g

/** Letters that Unicode does not take apart, and cased letters younger than the ICU of some PostgreSQL. */
export const foldOne: readonly (readonly [string, string])[] = [
  ['ø', 'o'], ['đ', 'd'], ['ð', 'd'], ['ħ', 'h'], ['ı', 'i'], ['ł', 'l'], ['ŋ', 'n'], ['ŧ', 't'], ['ĸ', 'k'], ['ς', 'σ'],
]

export const foldMany: readonly (readonly [string, string])[] = [['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['þ', 'th']]

const letters = new Map<string, string>([...foldOne, ...foldMany])
const special = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu')

/** SQL of the same folding of the text `value`; immutable, so that indexes can hold it. */
export function foldSql(value: string): string {
  const plain = `regexp_replace(normalize(${value}, NFKD), '[\u0300-\u036f]', '', 'g')`
  const from = foldOne.map(([letter]) => letter).join('')
  const to = foldOne.map(([, letter]) => letter).join('')
  const translated = `translate(lower(${plain} collate "und-x-icu"), '${from}', '${to}')`
  return foldMany.reduce((inner, [letter, replacement]) => `replace(${inner}, '${letter}', '${replacement}')`, translated)
}
