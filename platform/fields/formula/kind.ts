import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { formulaOf } from '#platform/objects/formula/computed-fields.ts'
import type { ResultType } from '#platform/objects/formula/formula.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { booleanKind } from '../boolean/kind.ts'
import { computedKind } from '../computed-kind.ts'
import { dateKind } from '../date/kind.ts'
import { datetimeKind } from '../datetime/kind.ts'
import type { Kind } from '../kind.ts'
import { moneyKind } from '../money/kind.ts'
import { numberKind } from '../number/kind.ts'
import { percentKind } from '../percent/kind.ts'
import { textKind } from '../text/kind.ts'

interface FormulaOptions extends FieldOptions {
  /** The expression, see docs/formulas.md: `amount * probability`. */
  readonly formula: string
  /** What it results in; found out when left out, checked when given. A percentage is a number shown as one. */
  readonly returns?: ResultType | 'percent'
  /** Kept in a column of its own, so that it can be indexed and searched. For formulas of the record's own stored fields. */
  readonly stored?: boolean
}

/**
 * A value computed from other fields; read only, filtered and sorted like any value of its result's type.
 *
 * @example weighted_amount: formula({ formula: 'amount * probability' })
 */
export const formula = <Value = any>(options: FormulaOptions): Field<Value> => ({
  ...options,
  kind: 'formula',
})

export const formulaKind: Kind<any, FormulaOptions> = computedKind(
  { name: 'formula', label: 'Formula', icon: 'square-function', check: faultsOf },
  (field: FieldModel<FormulaOptions>) => {
    const type = field.options.returns === 'percent' ? 'percent' : formulaOf(field).type
    return { ...field, kind: resultKinds[type], options: { kind: type } }
  },
)

const resultKinds: Readonly<Record<ResultType | 'percent', Kind>> = {
  number: numberKind,
  percent: percentKind,
  money: moneyKind,
  text: textKind,
  date: dateKind,
  datetime: datetimeKind,
  boolean: booleanKind,
}

function faultsOf(field: FieldModel<FormulaOptions>): string[] {
  const { returns, stored, unique } = field.options
  try {
    const { type, unstorable } = formulaOf(field)
    const promised = returns === 'percent' ? 'number' : returns
    return [
      ...(promised === undefined || promised === type
        ? []
        : [`should return ${returns}, but its formula results in ${type}.`]),
      ...(stored === true && unstorable !== undefined ? [`cannot be stored: ${unstorable}.`] : []),
      ...(unique === true && stored !== true ? ['can be unique only when it is stored.'] : []),
    ]
  } catch (fault) {
    if (fault instanceof Problem) return [fault.detail]
    throw fault
  }
}
