export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  /** The text's content without quotes, the name, the sign. */
  readonly value: string
  /** Where it begins, counted from 1. */
  readonly at: number
}

/** Something is wrong with the text of a formula at a place. */
export class FormulaFault extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const pattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?|\.\d+)|(?<text>"(?:[^"]|"")*"|'(?:[^']|'')*')|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<sign><>|!=|<=|>=|==|[-+*/&=<>(),.]))/uy

/**
 * Splits the text of a formula; the last token is always `end`. A quote inside a text is written twice.
 *
 * @throws FormulaFault
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  pattern.lastIndex = 0
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null) throw unreadable(text, from + /^\s*/.exec(text.slice(from))![0].length)
    const { number, text: quoted, name, sign } = found.groups as Record<string, string | undefined>
    const value = number ?? quoted ?? name ?? sign ?? ''
    const at = pattern.lastIndex - value.length + 1
    if (quoted !== undefined) tokens.push({ kind: 'text', value: unquoted(quoted), at })
    else
      tokens.push({ kind: number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign', value, at })
  }
  tokens.push({ kind: 'end', value: 'the end', at: end + 1 })
  return tokens
}

function unreadable(text: string, at: number): FormulaFault {
  const letter = String.fromCodePoint(text.codePointAt(at)!)
  const reason = /["'“”„‘’]/.test(letter)
    ? 'opens a text that is not closed; use " or \''
    : 'means nothing here'
  return new FormulaFault(`${letter} ${reason}.`, at + 1)
}

function unquoted(quoted: string): string {
  const mark = quoted[0]!
  return quoted.slice(1, -1).replaceAll(mark + mark, mark)
}
