import { parseFilter } from '../filter/parse-filter.ts'
import type { Filter } from '../filter/filter.ts'
import type { FieldModel, Model } from '../model.ts'
import { formulaOf } from './computed-fields.ts'
import type { Node } from './formula.ts'

/**
 * The way on which a computed field comes back to itself through formulas and roll-ups, undefined when it does not.
 *
 * @throws Problem when a formula or a filter on the way is wrong
 */
export function circleOf(field: FieldModel<any>, model: Model): readonly string[] | undefined {
  const done = new Set<FieldModel>()
  const visit = (one: FieldModel, way: readonly FieldModel[]): readonly FieldModel[] | undefined => {
    if (one === field && way.length > 0) return [...way, one]
    if (done.has(one)) return undefined
    done.add(one)
    for (const next of computedWithin(one, model)) {
      const found = visit(next, [...way, one])
      if (found !== undefined) return found
    }
    return undefined
  }
  return visit(field, [])?.map((one) => `${one.object}.${one.name}`)
}

/** The computed fields that a computed field reads. */
function computedWithin(field: FieldModel, model: Model): readonly FieldModel[] {
  const read = typeof field.options['formula'] === 'string' ? ofNode(formulaOf(field).node) : ofRollup(field, model)
  return read.filter((one) => one.kind.computed === true)
}

function ofNode(node: Node): readonly FieldModel[] {
  if (node.node === 'value') return []
  return node.node === 'call' ? node.args.flatMap(ofNode) : [node.field]
}

function ofRollup(field: FieldModel, model: Model): readonly FieldModel[] {
  const { of, field: name, where } = field.options
  const parent = model.object(field.object)
  const object = parent.children.get(String(of))?.object ?? parent.fields.get(String(of))?.relation?.to
  if (object === undefined) return []
  const summed = typeof name === 'string' ? model.object(object).fields.get(name) : undefined
  const filter = where === undefined ? undefined : parseFilter(model, object, where as never)
  return [...(summed === undefined ? [] : [summed]), ...(filter === undefined ? [] : ofFilter(filter))]
}

function ofFilter(filter: Filter): readonly FieldModel[] {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.filters.flatMap(ofFilter)
    case 'is':
      return [filter.subject.field]
    case 'aggregate':
      return [...ofFilter(filter.filter), ...(filter.subject === undefined ? [] : [filter.subject.field])]
    default:
      return ofFilter(filter.filter)
  }
}
