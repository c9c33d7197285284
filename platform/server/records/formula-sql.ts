import { sql, type RawBuilder } from 'kysely'
import { resultScale } from '#platform/objects/formula/evaluate-formula.ts'
import type { Formula, FormulaType, Node } from '#platform/objects/formula/formula.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { targetRow } from './filter-sql-related.ts'
import { callsSql } from './formula-sql-calls.ts'
import type { Scope } from './scope.ts'

/**
 * The value of a formula for the rows of the scope, as a scalar: `numeric` (money in the base currency), `text`,
 * `date`, `timestamptz` or `boolean`. Records that the reader may not see count as empty.
 */
export function formulaToSql(formula: Formula, scope: Scope): RawBuilder<unknown> {
  const value = nodeSql(formula.node, scope)
  const scale = resultScale[formula.type]
  return scale === undefined ? value : sql`round(${value}, ${sql.lit(scale)})`
}

function nodeSql(node: Node, scope: Scope): RawBuilder<unknown> {
  switch (node.node) {
    case 'value':
      return sql`${node.value}::${sql.raw(types[node.type])}`
    case 'call':
      return callsSql[node.call]!(
        node.args.map((arg) => nodeSql(arg, scope)),
        scope.query,
        node.args,
      )
    case 'field':
      return through(node.path, scope, (target) => fieldSql(node, target))
    case 'formula':
      return through(node.path, scope, (target) => {
        const column = target.query.column(node.field)
        return column.columns(node.field).length > 0
          ? column.scalar(node.field, target)
          : formulaToSql(node.formula, target)
      })
  }
}

/** A value of the record that references lead to, as a scalar subquery; not in the bin, visible, readable. */
function through(
  path: readonly FieldModel[],
  scope: Scope,
  value: (scope: Scope) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [field, ...rest] = path
  if (field === undefined) return value(scope)
  const object = scope.query.model.object(field.relation!.to)
  const { from, condition, inner } = targetRow(field, object, scope)
  return sql`(select ${through(rest, inner, value)} from ${from} where ${condition})`
}

function fieldSql(
  { field, part, type }: Extract<Node, { node: 'field' }>,
  scope: Scope,
): RawBuilder<unknown> {
  const column = scope.query.column(field)
  const value =
    part === undefined || column.part === undefined
      ? column.scalar(field, scope)
      : column.part(field, scope, part)
  // An empty text is no text, in whichever way it got there.
  if (type === 'text') return sql`nullif(${value}, '')`
  return type === 'number' || type === 'money' ? sql`${value}::numeric` : value
}

const types: Readonly<Record<FormulaType, string>> = {
  number: 'numeric',
  money: 'numeric',
  text: 'text',
  date: 'date',
  datetime: 'timestamptz',
  boolean: 'boolean',
  link: 'uuid',
  list: 'text[]',
  empty: 'text',
}
