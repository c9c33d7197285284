import type { Filter } from '#platform/objects/filter/filter.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { modelOf, withoutCircle } from '#platform/objects/formula/computed-fields.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { RollupOptions } from './kind.ts'

export type Rollup = Pick<Extract<Filter, { op: 'aggregate' }>, 'fn' | 'related' | 'subject' | 'filter'>

const remembered = new WeakMap<FieldModel<any>, Rollup>()

/**
 * What a roll-up field says, resolved. It is what filters call an aggregate, so the filter parser reads it.
 *
 * @throws Problem when the other side, the field or the filter is wrong
 */
export function parseRollup(field: FieldModel<RollupOptions>): Rollup {
  const found = remembered.get(field)
  if (found !== undefined) return found
  const { of, fn, field: summed, where } = field.options
  const aggregate = {
    empty: false,
    ...(summed === undefined ? {} : { field: summed }),
    ...(where === undefined ? {} : { where }),
  }
  const filter = withoutCircle(field, () =>
    parseFilter(modelOf(field), field.object, { [of]: { [fn]: aggregate } }),
  ) as Rollup & Filter
  remembered.set(field, filter)
  return filter
}
