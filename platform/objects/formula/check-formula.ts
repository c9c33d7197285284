import { known } from '../did-you-mean.ts'
import type { Model, ObjectModel } from '../model.ts'
import { checkCall } from './check-call.ts'
import { typeOfField, typeOfPart } from './field-type.ts'
import type { Formula, Node, ResultType } from './formula.ts'
import { functions } from './functions.ts'
import { syntaxOf, type Syntax } from './syntax.ts'
import { FormulaFault } from './tokens.ts'

/** What a formula is checked against. */
export interface Checking {
  readonly model: Model
  readonly object: ObjectModel
  /** Fields whose formulas are being read right now, outermost first. */
  readonly chain: readonly string[]
  readonly readable: (object: string, field: string) => boolean
}

const mostNodes = 2_000
const longestPath = 8

/**
 * Gives names and operators of a formula their meaning and type.
 *
 * @throws FormulaFault
 */
export function checkFormula(text: string, checking: Checking): Formula {
  const node = typed(syntaxOf(text), checking)
  if (node.type === 'link') throw new FormulaFault('The result is a record; name a field of it.', 1)
  if (node.type === 'list') throw new FormulaFault('The result is a list; ask it with contains(…).', 1)
  const size = sizeOf(node)
  if (size > mostNodes) throw new FormulaFault('It is too large with the formulas inside it.', 1)
  const type: ResultType = node.type === 'empty' ? 'text' : node.type
  const fields = [...new Set(fieldsOf(node, []))]
  return { text, type, node, fields, size, object: checking.object.name, unstorable: unstorable(node) }
}

function typed(syntax: Syntax, checking: Checking): Node {
  switch (syntax.is) {
    case 'number':
      if (syntax.value.length > 25) throw new FormulaFault('This number is too long.', syntax.at)
      return { node: 'value', type: 'number', value: syntax.value }
    case 'text':
      return {
        node: 'value',
        type: syntax.value === '' ? 'empty' : 'text',
        value: syntax.value === '' ? null : syntax.value,
      }
    case 'constant':
      return { node: 'value', type: syntax.value === null ? 'empty' : 'boolean', value: syntax.value }
    case 'path':
      return fieldNode(syntax, checking)
    case 'call':
      return checkCall(
        syntax.call,
        syntax.args.map((arg) => ({ node: typed(arg, checking), at: arg.at })),
        syntax.at,
      )
  }
}

function fieldNode({ names, at }: Extract<Syntax, { is: 'path' }>, checking: Checking): Node {
  if (names.length > longestPath) throw new FormulaFault(`A path may have ${longestPath} steps.`, at)
  const path = []
  let object = checking.object
  for (const [index, name] of names.entries()) {
    const field = object.fields.get(name)
    if (field === undefined || !checking.readable(object.name, name))
      throw unknownName(name, names, object, checking, at)
    const rest = names.slice(index + 1)
    if (rest.length === 0) return leaf(field, path, undefined, checking, at)
    const parts = field.kind.parts ?? {}
    if (rest.length === 1 && Object.hasOwn(parts, rest[0]!)) return leaf(field, path, rest[0], checking, at)
    if (field.relation === undefined || field.relation.many) {
      throw noFurther(field, rest[0]!, at)
    }
    path.push(field)
    object = checking.model.object(field.relation.to)
  }
  throw new FormulaFault('A name is missing.', at)
}

type Path = Extract<Node, { node: 'field' }>['path']

function leaf(
  field: Path[number],
  path: Path,
  part: string | undefined,
  checking: Checking,
  at: number,
): Node {
  if (part !== undefined) return { node: 'field', type: typeOfPart(field, part), path, field, part }
  const text = field.kind.computed === true ? field.options['formula'] : undefined
  if (typeof text !== 'string') {
    const type = typeOfField(field)
    if (type === undefined)
      throw new FormulaFault(`“${field.name}” cannot be used in a formula${partsOf(field)}.`, at)
    return { node: 'field', type, path, field, part: undefined }
  }
  const name = `${field.object}.${field.name}`
  if (checking.chain.includes(name)) {
    const circle = [...checking.chain.slice(checking.chain.indexOf(name)), name]
    throw new FormulaFault(`It goes round in a circle: ${circle.join(' → ')}.`, at)
  }
  if (checking.chain.length >= 10)
    throw new FormulaFault('Formulas name each other too deeply; 10 levels are allowed.', at)
  const inside = {
    ...checking,
    object: checking.model.object(field.object),
    chain: [...checking.chain, name],
  }
  try {
    const formula = checkFormula(text, inside)
    return { node: 'formula', type: formula.type, path, field, formula }
  } catch (fault) {
    if (!(fault instanceof FormulaFault)) throw fault
    throw fault.message.startsWith('It goes round')
      ? fault
      : new FormulaFault(`The formula of ${name} is wrong: ${fault.message}`, at)
  }
}

/** What to say where a path goes on after a field that leads nowhere. */
function noFurther(field: Path[number], next: string, at: number): FormulaFault {
  if (field.relation !== undefined)
    return new FormulaFault(`“${field.name}” leads to several records; use a roll-up.`, at)
  const names = Object.keys(field.kind.parts ?? {})
  const said =
    names.length === 0 ? 'has no parts.' : `has no part “${next.slice(0, 60)}”; ${known(next, names)}`
  return new FormulaFault(`“${field.name}” ${said}`, at)
}

const partsOf = (field: Path[number]): string => {
  const names = Object.keys(field.kind.parts ?? {})
  return names.length === 0
    ? ''
    : `; name one of its parts: ${names.map((name) => `${field.name}.${name}`).join(', ')}`
}

function unknownName(
  name: string,
  names: readonly string[],
  object: ObjectModel,
  checking: Checking,
  at: number,
): FormulaFault {
  const shown = name.slice(0, 60)
  if (object.children.has(name))
    return new FormulaFault(`“${shown}” are several records; use a roll-up for them.`, at)
  if (names.length === 1 && functions.has(name.toLowerCase())) {
    return new FormulaFault(`${name} is a function: ${functions.get(name.toLowerCase())!.usage}.`, at)
  }
  const readable = [...object.fields.keys()].filter((one) => checking.readable(object.name, one))
  return new FormulaFault(`${object.name} has no field “${shown}”; ${known(name, readable)}`, at)
}

/** How much there is to do; in SQL some calls name an argument more than once. */
function sizeOf(node: Node): number {
  if (node.node === 'value') return 1
  if (node.node === 'call') {
    const times = repeats[node.call] ?? []
    return node.args.reduce((sum, arg, index) => sum + sizeOf(arg) * (times[index] ?? 1), 1)
  }
  return node.path.length + (node.node === 'formula' ? node.formula.size : 1)
}

const repeats: Readonly<Record<string, readonly number[]>> = {
  text_of_date: [3],
  starts_with: [1, 2],
  ends_with: [1, 3],
  contains: [1, 2],
  date: [4, 4, 4],
  add_days: [2, 4],
  add_time: [2, 4],
  add_months: [2, 4],
  round: [1, 2],
}

function fieldsOf(node: Node, below: readonly string[]): readonly string[] {
  if (node.node === 'call') return node.args.flatMap((arg) => fieldsOf(arg, below))
  if (node.node === 'value') return []
  const path = [...below, ...node.path.map((field) => field.name)]
  if (node.node === 'formula') return fieldsOf(node.formula.node, path)
  return [[...path, node.field.name].join('.')]
}

/** A column can hold only what the record's own columns decide, always and for everyone. */
function unstorable(node: Node): string | undefined {
  switch (node.node) {
    case 'value':
      return undefined
    case 'call': {
      if (functions.get(node.call)?.reader === true || readerCalls.has(node.call)) {
        return `${node.call.replace('day_of', 'the day of a time')} depends on who asks, and when`
      }
      return node.args.map(unstorable).find((reason) => reason !== undefined)
    }
    case 'formula':
      return node.path.length > 0
        ? `“${node.path[0]!.name}.${node.field.name}” is of another record`
        : unstorable(node.formula.node)
    case 'field':
      if (node.path.length > 0)
        return `“${[...node.path, node.field].map((field) => field.name).join('.')}” is of another record`
      if (node.field.kind.computed === true || node.field.options['generated'] !== undefined)
        return `“${node.field.name}” is computed itself`
      return node.field.relation?.many === true ? `“${node.field.name}” is kept in another table` : undefined
  }
}

/** Calls that the checker puts in: the day of a time, and a time as text, are so in the reader's zone. */
const readerCalls: ReadonlySet<string> = new Set(['day_of', 'text_of_datetime'])
