import type { FieldModel } from '../model.ts'
import { labelOf, lowerFirst } from '../label.ts'
import type { Filter, Operand, Related, Subject, Test } from './filter.ts'
import { phraseText } from './relative-dates.ts'

/** Translates an English text and puts the values into it. */
export type Translate = (text: string, values?: Record<string, string>) => string

export interface DescribeOptions {
  readonly t?: Translate
  /** BCP 47 tag and zone of the reader. */
  readonly locale?: string
  readonly zone?: string
  /** What a record is called; its id when nobody knows. */
  readonly title?: (object: string, id: string) => string | undefined
}

interface Describing extends Required<Pick<DescribeOptions, 't' | 'locale' | 'zone'>> {
  readonly title: (object: string, id: string) => string | undefined
}

/**
 * A filter as a sentence a person reads.
 *
 * @example describeFilter(filter) // 'Amount is at least 1000, and company with industry is Software'
 */
export function describeFilter(filter: Filter, options: DescribeOptions = {}): string {
  const say: Describing = { t: plain, locale: 'en', zone: 'UTC', title: () => undefined, ...options }
  const sentence = phrase(filter, say)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** English as it stands, values in place. */
const plain: Translate = (text, values = {}) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

function phrase(filter: Filter, say: Describing): string {
  const { t } = say
  switch (filter.op) {
    case 'and':
    case 'or': {
      if (filter.filters.length === 0) return filter.op === 'and' ? t('all records') : t('no record')
      const parts = filter.filters.map((one) =>
        filter.filters.length > 1 && isList(one) ? `(${phrase(one, say)})` : phrase(one, say),
      )
      return parts.join(filter.op === 'and' ? t(', and ') : t(', or '))
    }
    case 'not':
      return t('not ({condition})', { condition: phrase(filter.filter, say) })
    case 'is':
      return t('{field} {test}', {
        field: named(filter.subject, say),
        test: tested(filter.test, filter.subject, say),
      })
    case 'through':
      return t('{field} with {condition}', {
        field: label(filter.field, say),
        condition: phrase(filter.filter, say),
      })
    case 'some':
      return t('some of {records} with {condition}', inside(filter.related, filter.filter, say))
    case 'none':
      return t('none of {records} with {condition}', inside(filter.related, filter.filter, say))
    case 'every':
      return t('every one of {records} with {condition}', inside(filter.related, filter.filter, say))
    case 'aggregate':
      return t('{figure} {test}', {
        figure: figure(filter, say),
        test: tested(filter.test, filter.subject, say),
      })
  }
}

const isList = (filter: Filter): boolean =>
  (filter.op === 'and' || filter.op === 'or') && filter.filters.length > 1

const label = (field: FieldModel, { t }: Describing): string => lowerFirst(t(field.label))

function named({ field, part }: Subject, say: Describing): string {
  return part === undefined
    ? label(field, say)
    : say.t('{part} of {field}', { part: lowerFirst(say.t(labelOf(part))), field: label(field, say) })
}

function recordsOf(related: Related, { t }: Describing): string {
  return lowerFirst(t('links' in related.by ? related.by.links.label : related.by.children.label))
}

function inside(related: Related, filter: Filter, say: Describing): Record<string, string> {
  return { records: recordsOf(related, say), condition: phrase(filter, say) }
}

function figure(
  { fn, related, subject, filter }: Extract<Filter, { op: 'aggregate' }>,
  say: Describing,
): string {
  const everything = filter.op === 'and' && filter.filters.length === 0
  const records = everything
    ? recordsOf(related, say)
    : say.t('{records} with {condition}', inside(related, filter, say))
  const field = subject === undefined ? '' : named(subject, say)
  switch (fn) {
    case 'count':
      return say.t('the number of {records}', { records })
    case 'sum':
      return say.t('the sum of {field} of {records}', { field, records })
    case 'min':
      return say.t('the least {field} of {records}', { field, records })
    case 'max':
      return say.t('the greatest {field} of {records}', { field, records })
    case 'avg':
      return say.t('the mean {field} of {records}', { field, records })
  }
}

function tested(test: Test, subject: Subject | undefined, say: Describing): string {
  const { t } = say
  const value = (operand: Operand): string => shown(operand, subject, say)
  const values = (operands: readonly Operand[]): string => operands.map(value).join(t(' or '))
  switch (test.is) {
    case 'empty':
      return test.empty ? t('is empty') : t('is not empty')
    case 'in':
      return test.negated
        ? t('is not {values}', { values: values(test.operands) })
        : t('is {values}', { values: values(test.operands) })
    case 'has': {
      if (test.all) return t('has all of {values}', { values: test.operands.map(value).join(', ') })
      return test.negated
        ? t('has not {values}', { values: values(test.operands) })
        : t('has {values}', { values: values(test.operands) })
    }
    case 'within':
      return t('is within {period}', { period: t(phraseText(test.phrase)) })
    case 'near':
      return t('is within {km} km of {latitude}, {longitude}', {
        km: String(test.km),
        latitude: String(test.latitude),
        longitude: String(test.longitude),
      })
    case 'text':
      return {
        contains: t('contains {text}', { text: `“${test.text}”` }),
        startsWith: t('starts with {text}', { text: `“${test.text}”` }),
        endsWith: t('ends with {text}', { text: `“${test.text}”` }),
        matches: t('has the words {text}', { text: `“${test.text}”` }),
      }[test.how]
    case 'compare': {
      const of = { value: value(test.operand) }
      const time = subject?.family === 'time'
      return {
        gt: time ? t('is after {value}', of) : t('is more than {value}', of),
        gte: time ? t('is not before {value}', of) : t('is at least {value}', of),
        lt: time ? t('is before {value}', of) : t('is less than {value}', of),
        lte: time ? t('is not after {value}', of) : t('is at most {value}', of),
      }[test.comparison]
    }
  }
}

function shown(operand: Operand, subject: Subject | undefined, say: Describing): string {
  if (typeof operand === 'object')
    return 'person' in operand ? say.t(operand.person) : say.t(phraseText(operand.period))
  if (typeof operand === 'boolean') return operand ? say.t('yes') : say.t('no')
  if (typeof operand === 'number')
    return new Intl.NumberFormat(say.locale, { maximumFractionDigits: 10, useGrouping: false }).format(
      operand,
    )
  if (subject === undefined || subject.part !== undefined) return operand
  const { field, family, grain } = subject
  if (field.relation !== undefined) return say.title(field.relation.to, operand) ?? operand
  if (family === 'set') return say.t(field.kind.format([operand], field, say))
  if (family === 'choice') return say.t(field.kind.format(operand, field, say))
  return grain === undefined ? `“${operand}”` : field.kind.format(operand, field, say)
}
