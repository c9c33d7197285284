import { decimal, rounded, toNumber, type Decimal } from '../decimal.ts'
import type { FieldModel } from '../model.ts'
import type { Reader } from '../reader.ts'
import { calls } from './calls.ts'
import type { Formula, FormulaType, Node } from './formula.ts'

/** Numbers are exact decimals, times milliseconds, dates ISO texts; an empty text is null. */
export type FormulaValue = Decimal | number | string | boolean | readonly string[] | null

type Values = Readonly<Record<string, any>>

/** Digits after the point of a result; amounts have those of their columns. */
export const resultScale: Readonly<Partial<Record<FormulaType, number>>> = { number: 10, money: 4 }

/**
 * The value of a formula for a record in memory (values as answered or as stored; other records nested under the
 * name of the reference, see `formula.fields`). The same result as `formulaToSql` gives in the database.
 *
 * Numbers and money come as numbers (money in the base currency), dates and times as ISO texts.
 *
 * @example evaluateFormula(parseFormula('amount * 2', model, 'opportunity'), { amount: { amount: 5, currency: 'EUR' } }, reader) // 10
 */
export function evaluateFormula(
  formula: Formula,
  record: Values,
  reader: Reader,
): number | string | boolean | null {
  const value = resultOf(formula, record, reader)
  if (value === null) return null
  if (formula.type === 'datetime') return new Date(value as number).toISOString()
  return typeof value === 'object' ? toNumber(value as Decimal) : (value as string | boolean)
}

function resultOf(formula: Formula, record: Values, reader: Reader): FormulaValue {
  const value = valueOf(formula.node, record, reader)
  const scale = resultScale[formula.type]
  return value === null || scale === undefined ? value : rounded(value as Decimal, scale)
}

function valueOf(node: Node, record: Values, reader: Reader): FormulaValue {
  switch (node.node) {
    case 'value':
      return typedValue(node.type, node.value)
    case 'call':
      return calls[node.call]!(
        node.args.map((arg) => () => valueOf(arg, record, reader)),
        reader,
      )
    case 'formula': {
      const target = follow(node.path, record)
      return target === null ? null : resultOf(node.formula, target, reader)
    }
    case 'field': {
      const target = follow(node.path, record)
      if (target === null) return null
      const value: unknown = target[node.field.name]
      if (value === null || value === undefined) return null
      if (node.part !== undefined) return typedValue(node.type, partOf(node.field, value, node.part))
      return typedValue(node.type, node.type === 'list' ? value : node.field.kind.scalar(value, node.field))
    }
  }
}

/** A referenced record that is not carried along has only empty values. */
function follow(path: Extract<Node, { node: 'field' }>['path'], record: Values): Values | null {
  let target: Values = record
  for (const { name } of path) {
    const next: unknown = target[name]
    if (typeof next !== 'object' || next === null) return null
    target = next
  }
  return target
}

function partOf(field: FieldModel, value: unknown, part: string): unknown {
  if (field.kind.part !== undefined) return field.kind.part(value, part)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Values)[part]
    : null
}

function typedValue(type: FormulaType, value: unknown): FormulaValue {
  if (value === null || value === undefined || value === '') return null
  if (type === 'number' || type === 'money') return decimal(value as number | string)
  if (type === 'datetime') return Date.parse(String(value))
  return value as FormulaValue
}
