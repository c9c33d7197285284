import { known } from '../did-you-mean.ts'
import type { FormulaType, Node } from './formula.ts'
import { functions, type FormulaFunction, type Wanted } from './functions.ts'
import { FormulaFault } from './tokens.ts'

/** An argument and where it stands. */
export interface Argument {
  readonly node: Node
  readonly at: number
}

/**
 * Gives a call or an operator its type and its arguments the types it wants.
 *
 * @throws FormulaFault
 */
export function checkCall(name: string, args: readonly Argument[], at: number): Node {
  const operator = operators[name]
  if (operator !== undefined) return operator(args, at)
  const definition = functions.get(name)
  if (definition === undefined) {
    throw new FormulaFault(
      `There is no function “${name.slice(0, 60)}”; ${known(name, [...functions.keys()])}`,
      at,
    )
  }
  if (args.length < definition.least || args.length > definition.most)
    throw new FormulaFault(`Use it as ${definition.usage}.`, at)
  if (name === 'if') return checkIf(args)
  if (name === 'date') return checkDate(args, at)
  return checkFunction(name, definition, args)
}

function checkFunction(name: string, definition: FormulaFunction, args: readonly Argument[]): Node {
  const wanted = args.map((_, index) => definition.args[Math.min(index, definition.args.length - 1)]!)
  const alike = args.filter((_, index) => wanted[index] === 'same')
  const same = alike.length === 0 ? 'empty' : unified(alike)
  if (
    (name === 'min' || name === 'max') &&
    !['number', 'money', 'date', 'datetime', 'empty'].includes(same)
  ) {
    throw new FormulaFault(`${name} compares numbers or dates.`, args[0]!.at)
  }
  const given = args.map((arg, index) => fitted(arg, wanted[index]!, same, definition))
  const { result } = definition
  const first = given[0]?.type ?? 'number'
  const type = result === 'same' ? (same === 'empty' ? 'text' : same) : result === 'first' ? first : result
  return call(name, type, given)
}

/** `if(condition, then, condition, then, …, else)` */
function checkIf(args: readonly Argument[]): Node {
  const isCondition = (index: number): boolean => index % 2 === 0 && index < args.length - 1
  const same = unified(args.filter((_, index) => !isCondition(index)))
  const given = args.map((arg, index) =>
    isCondition(index) ? fitted(arg, 'boolean', same) : fitted(arg, 'same', same),
  )
  return call('if', same === 'empty' ? 'text' : same, given)
}

function checkDate(args: readonly Argument[], at: number): Node {
  if (args.length === 1) return fitted(args[0]!, 'day', 'date')
  if (args.length === 2) throw new FormulaFault(`Use it as ${functions.get('date')!.usage}.`, at)
  return call(
    'date',
    'date',
    args.map((arg) => fitted(arg, 'number', 'number')),
  )
}

type Operator = (args: readonly Argument[], at: number) => Node

const operators: Readonly<Record<string, Operator | undefined>> = Object.assign(Object.create(null), {
  or: (args) =>
    call(
      'or',
      'boolean',
      args.map((arg) => fitted(arg, 'boolean', 'boolean')),
    ),
  and: (args) =>
    call(
      'and',
      'boolean',
      args.map((arg) => fitted(arg, 'boolean', 'boolean')),
    ),
  not: (args, at) => {
    if (args.length !== 1) throw new FormulaFault('Use it as not condition.', at)
    return call('not', 'boolean', [fitted(args[0]!, 'boolean', 'boolean')])
  },
  negate: ([arg]) => {
    const node = fitted(arg!, 'number', 'number')
    return call('negate', node.type, [node])
  },
  eq: (args, at) => equality('eq', args, at),
  ne: (args, at) => equality('ne', args, at),
  lt: (args, at) => comparison('lt', args, at),
  lte: (args, at) => comparison('lte', args, at),
  gt: (args, at) => comparison('gt', args, at),
  gte: (args, at) => comparison('gte', args, at),
  add: (args, at) => sum('add', args, at),
  subtract: (args, at) => sum('subtract', args, at),
  multiply: (args) => {
    const [a, b] = numbers(args)
    return call('multiply', (a.type === 'money') !== (b.type === 'money') ? 'money' : 'number', [a, b])
  },
  divide: (args) => {
    const [a, b] = numbers(args)
    return call('divide', a.type === 'money' && b.type !== 'money' ? 'money' : 'number', [a, b])
  },
} satisfies Record<string, Operator>)

const numbers = (args: readonly Argument[]): [Node, Node] => [
  fitted(args[0]!, 'number', 'number'),
  fitted(args[1]!, 'number', 'number'),
]

function equality(name: 'eq' | 'ne', args: readonly Argument[], at: number): Node {
  const same = unified(args, at)
  if (same === 'list') throw new FormulaFault('Ask a list with contains(list, "choice").', at)
  return call(
    name,
    'boolean',
    args.map((arg) => fitted(arg, 'same', same)),
  )
}

function comparison(name: string, args: readonly Argument[], at: number): Node {
  const same = unified(args, at)
  if (!['number', 'money', 'date', 'datetime', 'empty'].includes(same)) {
    throw new FormulaFault('Only numbers and dates can be greater or less.', at)
  }
  return call(
    name,
    'boolean',
    args.map((arg) => fitted(arg, 'same', same)),
  )
}

/** Numbers; or days added to a date or time; or the days between two of them. */
function sum(name: 'add' | 'subtract', args: readonly Argument[], at: number): Node {
  const [left, right] = args.map((arg) => arg.node.type) as [FormulaType, FormulaType]
  const isTime = (type: FormulaType): boolean => type === 'date' || type === 'datetime'
  if (name === 'add' && isTime(right) && !isTime(left)) return sum(name, [args[1]!, args[0]!], at)
  if (!isTime(left)) {
    const [a, b] = numbers(args)
    return call(name, a.type === 'money' || b.type === 'money' ? 'money' : 'number', [a, b])
  }
  if (isTime(right)) {
    if (name === 'add') throw new FormulaFault('Two dates cannot be added; add a number of days.', at)
    if (left === 'datetime' && right === 'datetime')
      return call('time_between', 'number', [args[1]!.node, args[0]!.node])
    return call('days_between', 'number', [fitted(args[1]!, 'day', 'date'), fitted(args[0]!, 'day', 'date')])
  }
  const days = fitted(args[1]!, 'number', 'number')
  return call(left === 'date' ? 'add_days' : 'add_time', left, [
    args[0]!.node,
    name === 'add' ? days : call('negate', 'number', [days]),
  ])
}

/** The one type of several values: money beside numbers is money, a time beside dates is its day. */
function unified(args: readonly Argument[], operator?: number): FormulaType {
  let same: FormulaType = 'empty'
  for (const { node, at } of args) {
    const pair = new Set([same, node.type])
    if (same === 'empty' || same === node.type) same = node.type
    else if (node.type === 'empty') continue
    else if (pair.has('money') && pair.has('number')) same = 'money'
    else if (pair.has('date') && pair.has('datetime')) same = 'date'
    else if (pair.has('text') && (pair.has('date') || pair.has('datetime')))
      same = same === 'text' ? node.type : same
    else
      throw new FormulaFault(
        `These do not go together: ${typeNames[same]} and ${typeNames[node.type]}.`,
        operator ?? at,
      )
  }
  return same
}

/** The argument as what is wanted, where that can be had. */
function fitted(
  { node, at }: Argument,
  wanted: Wanted,
  same: FormulaType,
  definition?: FormulaFunction,
): Node {
  const target = wanted === 'same' ? same : wanted
  if (node.type === 'empty') return nothing(target)
  if (wanted === 'any' || node.type === target) return node
  const fail = (): FormulaFault => {
    const usage = definition === undefined ? '' : ` Use it as ${definition.usage}.`
    return new FormulaFault(
      `Here ${typeNames[target as FormulaType] ?? 'something else'} is needed, not ${typeNames[node.type]}.${usage}`,
      at,
    )
  }
  switch (target) {
    case 'number':
    case 'money':
      if (node.type === 'number' || node.type === 'money') return node
      throw fail()
    case 'text':
      return asText(node, at)
    case 'texts':
      return node.type === 'list' ? node : asText(node, at)
    case 'day':
    case 'date':
      if (node.type === 'date') return node
      if (node.type === 'datetime') return call('day_of', 'date', [node])
      if (node.type === 'text' && node.node === 'value')
        return { node: 'value', type: 'date', value: dayText(node.value, at) }
      throw fail()
    case 'datetime':
      if (node.type === 'text' && node.node === 'value')
        return { node: 'value', type: 'datetime', value: timeText(node.value, at) }
      throw fail()
    default:
      throw fail()
  }
}

/** An empty value of the type that is wanted: the database asks for one. */
function nothing(target: Wanted | FormulaType): Node {
  const types: Partial<Record<string, FormulaType>> = {
    any: 'text',
    empty: 'text',
    texts: 'text',
    day: 'date',
  }
  return { node: 'value', type: types[target] ?? (target as FormulaType), value: null }
}

function asText(node: Node, at: number): Node {
  if (node.type === 'link')
    throw new FormulaFault('This is a record; name a field of it, such as company.name.', at)
  if (node.type === 'list') throw new FormulaFault('This is a list; ask it with contains(…).', at)
  if (node.type === 'text') return node
  return call(`text_of_${node.type === 'money' ? 'number' : node.type}`, 'text', [node])
}

function dayText(value: unknown, at: number): string {
  try {
    const day = Temporal.PlainDate.from(String(value)).toString()
    if (day === value && !value.startsWith('0000')) return day
  } catch {
    // Said below.
  }
  throw new FormulaFault('A date is written as "2026-11-22".', at)
}

function timeText(value: unknown, at: number): string {
  try {
    const instant = Temporal.Instant.from(String(value))
    if (/^\d{4}-/.test(instant.toString())) return new Date(instant.epochMilliseconds).toISOString()
  } catch {
    // Said below.
  }
  throw new FormulaFault('A time is written with its zone, as "2026-11-22T09:30:00Z".', at)
}

const call = (name: string, type: FormulaType, args: readonly Node[]): Node => ({
  node: 'call',
  type,
  call: name,
  args,
})

const typeNames: Readonly<Record<FormulaType, string>> & Partial<Record<string, string>> = {
  number: 'a number',
  money: 'an amount of money',
  text: 'a text',
  date: 'a date',
  datetime: 'a time',
  boolean: 'yes or no',
  link: 'a record',
  list: 'a list',
  empty: 'an empty value',
  day: 'a date',
}
