import { FormulaFault, tokensOf, type Token } from './tokens.ts'

/** What a formula says, before anyone knows what its names are. */
export type Syntax =
  | { readonly is: 'number'; readonly value: string; readonly at: number }
  | { readonly is: 'text'; readonly value: string; readonly at: number }
  | { readonly is: 'constant'; readonly value: boolean | null; readonly at: number }
  | { readonly is: 'path'; readonly names: readonly string[]; readonly at: number }
  | { readonly is: 'call'; readonly call: string; readonly args: readonly Syntax[]; readonly at: number }

const levels: readonly Readonly<Record<string, string>>[] = [
  { or: 'or' },
  { and: 'and' },
  { '=': 'eq', '==': 'eq', '!=': 'ne', '<>': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' },
  { '&': 'concat' },
  { '+': 'add', '-': 'subtract' },
  { '*': 'multiply', '/': 'divide' },
]

/** Deep enough for every formula a person writes; a hostile one must not overflow the stack. */
const deepest = 60

/**
 * Reads the text of a formula by its grammar. Binding from weak to strong: or, and, not, comparisons, `&`, `+ -`, `* /`, sign.
 *
 * @throws FormulaFault
 */
export function syntaxOf(text: string): Syntax {
  const tokens = tokensOf(text)
  let next = 0
  let depth = 0
  const result = expression(0)
  const rest = tokens[next]!
  if (rest.kind !== 'end') throw unexpected(rest)
  return result

  function expression(level: number): Syntax {
    if (level === 2) {
      const token = tokens[next]!
      if (isWord(token, 'not')) {
        next++
        return { is: 'call', call: 'not', args: [deeper(() => expression(2))], at: token.at }
      }
    }
    const operators = levels[level]
    if (operators === undefined) return signed()
    let left = expression(level + 1)
    for (;;) {
      const token = tokens[next]!
      const name = token.kind === 'text' ? '' : token.value.toLowerCase()
      if (!Object.hasOwn(operators, name)) return left
      next++
      // `not` binds weaker than a comparison, so `a = not b` needs to look for it here.
      const right = expression(level === 2 ? 3 : level + 1)
      left = { is: 'call', call: operators[name]!, args: [left, right], at: token.at }
    }
  }

  function signed(): Syntax {
    const token = tokens[next]!
    if (token.kind === 'sign' && (token.value === '-' || token.value === '+')) {
      next++
      const value = deeper(signed)
      return token.value === '+' ? value : { is: 'call', call: 'negate', args: [value], at: token.at }
    }
    return single()
  }

  function single(): Syntax {
    const token = tokens[next++]!
    if (token.kind === 'number') return { is: 'number', value: token.value, at: token.at }
    if (token.kind === 'text') return { is: 'text', value: token.value, at: token.at }
    if (token.kind === 'sign' && token.value === '(') {
      const value = deeper(() => expression(0))
      close(token)
      return value
    }
    if (token.kind !== 'name') throw unexpected(token)
    if (isSign('(')) return call(token)
    const constant = { true: true, false: false, null: null }[token.value.toLowerCase()]
    if (constant !== undefined) return { is: 'constant', value: constant, at: token.at }
    return path(token)
  }

  function call(name: Token): Syntax {
    const open = tokens[next++]!
    const args: Syntax[] = []
    if (!isSign(')')) {
      args.push(deeper(() => expression(0)))
      while (isSign(',')) {
        next++
        args.push(deeper(() => expression(0)))
      }
    }
    close(open)
    return { is: 'call', call: name.value.toLowerCase(), args, at: name.at }
  }

  function path(first: Token): Syntax {
    const names = [first.value]
    while (isSign('.')) {
      next++
      const token = tokens[next++]!
      if (token.kind !== 'name') throw new FormulaFault('After the dot comes the name of a field.', token.at)
      names.push(token.value)
    }
    return { is: 'path', names, at: first.at }
  }

  function close(open: Token): void {
    if (!isSign(')'))
      throw new FormulaFault(
        `The bracket at ${open.at} is not closed${instead(tokens[next]!)}.`,
        tokens[next]!.at,
      )
    next++
  }

  function isSign(sign: string): boolean {
    const token = tokens[next]!
    return token.kind === 'sign' && token.value === sign
  }

  function deeper(read: () => Syntax): Syntax {
    if (++depth > deepest)
      throw new FormulaFault(`It is nested too deeply; ${deepest} levels are allowed.`, tokens[next]!.at)
    const found = read()
    depth--
    return found
  }
}

const isWord = (token: Token, word: string): boolean =>
  token.kind === 'name' && token.value.toLowerCase() === word

function unexpected(token: Token): FormulaFault {
  if (token.kind === 'end') return new FormulaFault('Something is missing at the end.', token.at)
  return new FormulaFault(`“${token.value}” does not fit here.`, token.at)
}

const instead = (token: Token): string => (token.kind === 'end' ? '' : ` before “${token.value}”`)
