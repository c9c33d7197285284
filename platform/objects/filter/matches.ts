import type { Reader } from '../reader.ts'
import { aggregateOf } from './aggregate.ts'
import type { Filter, Related } from './filter.ts'
import { testScalar, testValue } from './test-value.ts'

/** A record in memory: values as answered or as stored, links as `{ id, … }` or ids. */
export type Values = Readonly<Record<string, any>>

/**
 * Whether a record fits a filter: the same answer as `filterToSql` gives in the database. Other records are judged
 * by what the record carries of them (`record.company = { id, industry }`, children as lists under their name);
 * see `fieldsNeeded` and `isLocal`. What is not carried counts as empty.
 *
 * @example matches(parseFilter(model, 'opportunity', { stage: 'won' }), record, reader)
 */
export function matches(filter: Filter, record: Values, reader: Reader): boolean {
  switch (filter.op) {
    case 'and':
      return filter.filters.every((one) => matches(one, record, reader))
    case 'or':
      return filter.filters.some((one) => matches(one, record, reader))
    case 'not':
      return !matches(filter.filter, record, reader)
    case 'is':
      return testValue(filter.test, filter.subject, record[filter.subject.field.name], reader)
    case 'through': {
      const target: unknown = record[filter.field.name]
      return target !== null && target !== undefined && matches(filter.filter, asRecord(target), reader)
    }
    case 'some':
      return relatedOf(filter.related, record).some((one) => matches(filter.filter, one, reader))
    case 'none':
      return !relatedOf(filter.related, record).some((one) => matches(filter.filter, one, reader))
    case 'every':
      return relatedOf(filter.related, record).every((one) => matches(filter.filter, one, reader))
    case 'aggregate': {
      const rows = relatedOf(filter.related, record).filter((one) => matches(filter.filter, one, reader))
      const found = aggregateOf(filter.fn, filter.subject, rows, reader)
      return testScalar(filter.test, filter.subject, found, reader)
    }
  }
}

function relatedOf(related: Related, record: Values): readonly Values[] {
  const list: unknown = record[related.name]
  return Array.isArray(list) ? list.map(asRecord) : []
}

function asRecord(value: unknown): Values {
  return typeof value === 'object' && value !== null ? value : { id: value }
}
