import type { Field, FieldOptions } from '#platform/objects/field.ts'
import { known } from '#platform/objects/did-you-mean.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import type { FieldModel, Model } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { computedKind } from '../computed-kind.ts'
import type { Kind } from '../kind.ts'
import { numberKind } from '../number/kind.ts'
import { parseRollup } from './parse-rollup.ts'

export interface RollupOptions extends FieldOptions {
  /** Name of the other side of a reference, or of a many-to-many field: `opportunities`. */
  readonly of: string
  readonly fn: 'count' | 'sum' | 'min' | 'max' | 'avg'
  /** What is summed …; not for `count`. */
  readonly field?: string
  /** Which of the records are taken. */
  readonly where?: FilterJson
}

/**
 * A figure over related records: how many, or the sum, least, greatest or mean of one of their fields. The sum of
 * nothing is 0, the least, greatest and mean of nothing are empty.
 *
 * @example won_value: rollup({ of: 'opportunities', fn: 'sum', field: 'amount', where: { stage: { kind: 'won' } } })
 */
export const rollup = <Value = any>(options: RollupOptions): Field<Value> => ({ ...options, kind: 'rollup' })

export const rollupKind: Kind<any, RollupOptions> = computedKind(
  { name: 'rollup', label: 'Roll-up', icon: 'sigma', check: (field, model) => faultsOf(field, model) },
  (field: FieldModel<RollupOptions>) => {
    const { subject } = parseRollup(field)
    if (subject === undefined) return { ...field, kind: numberKind, options: { kind: 'number', decimals: 0 } }
    // The mean of whole numbers need not be one.
    const { decimals: _, ...options } = subject.field.options
    return {
      ...field,
      kind: subject.field.kind,
      options: field.options.fn === 'avg' ? options : subject.field.options,
    }
  },
)

function faultsOf(field: FieldModel<RollupOptions>, model: Model): string[] {
  const object = model.object(field.object)
  const names = [
    ...object.children.keys(),
    ...[...object.fields.values()].filter((one) => one.relation?.many).map((one) => one.name),
  ]
  if (!names.includes(field.options.of)) {
    return [
      `rolls up “${field.options.of}”, which ${object.name} does not have; ${known(field.options.of, names)}`,
    ]
  }
  try {
    parseRollup(field)
    return []
  } catch (fault) {
    if (fault instanceof Problem) return [fault.detail]
    throw fault
  }
}
