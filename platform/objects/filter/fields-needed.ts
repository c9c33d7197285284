import type { Filter, Related, Subject } from './filter.ts'

/**
 * Paths that `matches` reads from a record: `amount`, `company.industry`, `opportunities.stage.kind`. Together with
 * `withReferences` this is what a record must carry to be judged in memory.
 */
export function fieldsNeeded(filter: Filter): readonly string[] {
  return [...new Set(pathsOf(filter))]
}

/** Whether the record's own stored values are enough: no other record is asked. */
export function isLocal(filter: Filter): boolean {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.filters.every(isLocal)
    case 'not':
      return isLocal(filter.filter)
    case 'is':
      return filter.subject.field.kind.computed !== true
    default:
      return false
  }
}

function pathsOf(filter: Filter): readonly string[] {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.filters.flatMap(pathsOf)
    case 'not':
      return pathsOf(filter.filter)
    case 'is':
      return [filter.subject.field.name]
    case 'through':
      return below(filter.field.name, pathsOf(filter.filter))
    case 'aggregate':
      return relatedPaths(filter.related, filter.filter, filter.subject)
    default:
      return relatedPaths(filter.related, filter.filter)
  }
}

function relatedPaths(related: Related, filter: Filter, subject?: Subject): readonly string[] {
  return below(related.name, [...pathsOf(filter), ...(subject === undefined ? [] : [subject.field.name])])
}

/** A record that needs to be there only is asked for its id. */
function below(name: string, paths: readonly string[]): readonly string[] {
  return (paths.length === 0 ? ['id'] : paths).map((path) => `${name}.${path}`)
}
