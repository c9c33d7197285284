/** Something to choose in a list: a choice of a field, a record, a person. */
export interface Pick {
  readonly key: string
  readonly label: string
  /** A second, quiet piece of text. */
  readonly detail?: string | undefined
  readonly colour?: string | undefined
  /** Offers something to do, such as creating what was not found; stands last. */
  readonly offer?: boolean
}

/** Plain and accent-blind: “muller” finds “Müller”. */
export function fitsWords(text: string, typed: string): boolean {
  const plain = flatten(text)
  return flatten(typed)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

const flatten = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
