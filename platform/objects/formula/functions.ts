import type { FormulaType } from './formula.ts'

/** What an argument must be: a type, a day (a date, or the day of a time), anything, or the same as its fellows. */
export type Wanted = 'number' | 'text' | 'date' | 'day' | 'datetime' | 'boolean' | 'any' | 'same' | 'texts'

export interface FormulaFunction {
  readonly usage: string
  /** What each argument must be; the last one holds for all further ones. */
  readonly args: readonly Wanted[]
  readonly least: number
  readonly most: number
  /** `first` and `same`: the type of the first, of all `same` arguments; `money` amounts stay money. */
  readonly result: FormulaType | 'first' | 'same'
  /** Its result depends on who reads, and when. */
  readonly reader?: true
}

const many = 50

/** Every function a formula may call, by name. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries<FormulaFunction>({
    if: { usage: 'if(condition, then, else)', args: [], least: 2, most: many, result: 'same' },
    coalesce: {
      usage: 'coalesce(a, b, …): the first that is not empty',
      args: ['same'],
      least: 1,
      most: many,
      result: 'same',
    },
    nullif: {
      usage: 'nullif(a, b): empty when both are the same, else a',
      args: ['same'],
      least: 2,
      most: 2,
      result: 'same',
    },
    is_empty: { usage: 'is_empty(a)', args: ['any'], least: 1, most: 1, result: 'boolean' },

    concat: {
      usage: 'concat(a, b, …): the texts joined; empty ones add nothing',
      args: ['text'],
      least: 1,
      most: many,
      result: 'text',
    },
    text: {
      usage: 'text(a): a number, date or time as text',
      args: ['text'],
      least: 1,
      most: 1,
      result: 'text',
    },
    upper: { usage: 'upper(text)', args: ['text'], least: 1, most: 1, result: 'text' },
    lower: { usage: 'lower(text)', args: ['text'], least: 1, most: 1, result: 'text' },
    trim: {
      usage: 'trim(text): without spaces at both ends',
      args: ['text'],
      least: 1,
      most: 1,
      result: 'text',
    },
    length: {
      usage: 'length(text): the number of characters',
      args: ['text'],
      least: 1,
      most: 1,
      result: 'number',
    },
    left: { usage: 'left(text, count)', args: ['text', 'number'], least: 2, most: 2, result: 'text' },
    right: { usage: 'right(text, count)', args: ['text', 'number'], least: 2, most: 2, result: 'text' },
    replace: { usage: 'replace(text, what, with)', args: ['text'], least: 3, most: 3, result: 'text' },
    contains: {
      usage: 'contains(text, what), no matter case and accents; also of several choices',
      args: ['texts', 'text'],
      least: 2,
      most: 2,
      result: 'boolean',
    },
    starts_with: { usage: 'starts_with(text, what)', args: ['text'], least: 2, most: 2, result: 'boolean' },
    ends_with: { usage: 'ends_with(text, what)', args: ['text'], least: 2, most: 2, result: 'boolean' },

    round: { usage: 'round(number, digits)', args: ['number'], least: 1, most: 2, result: 'first' },
    floor: { usage: 'floor(number)', args: ['number'], least: 1, most: 1, result: 'first' },
    ceil: { usage: 'ceil(number)', args: ['number'], least: 1, most: 1, result: 'first' },
    abs: { usage: 'abs(number)', args: ['number'], least: 1, most: 1, result: 'first' },
    mod: {
      usage: 'mod(number, by): what a division leaves',
      args: ['number'],
      least: 2,
      most: 2,
      result: 'first',
    },
    min: {
      usage: 'min(a, b, …): the least that is not empty',
      args: ['same'],
      least: 1,
      most: many,
      result: 'same',
    },
    max: {
      usage: 'max(a, b, …): the greatest that is not empty',
      args: ['same'],
      least: 1,
      most: many,
      result: 'same',
    },

    today: { usage: 'today()', args: [], least: 0, most: 0, result: 'date', reader: true },
    now: { usage: 'now()', args: [], least: 0, most: 0, result: 'datetime', reader: true },
    date: {
      usage: 'date(year, month, day), where month 13 is the next January; or date(time): its day',
      args: ['any', 'number'],
      least: 1,
      most: 3,
      result: 'date',
    },
    year: { usage: 'year(date)', args: ['day'], least: 1, most: 1, result: 'number' },
    quarter: {
      usage: 'quarter(date): 1 to 4, of the calendar year',
      args: ['day'],
      least: 1,
      most: 1,
      result: 'number',
    },
    month: { usage: 'month(date): 1 to 12', args: ['day'], least: 1, most: 1, result: 'number' },
    day: { usage: 'day(date): 1 to 31', args: ['day'], least: 1, most: 1, result: 'number' },
    weekday: {
      usage: 'weekday(date): 1 = Monday to 7 = Sunday',
      args: ['day'],
      least: 1,
      most: 1,
      result: 'number',
    },
    days_between: { usage: 'days_between(from, to)', args: ['day'], least: 2, most: 2, result: 'number' },
    hours_between: {
      usage: 'hours_between(from, to): of times, with fractions',
      args: ['datetime'],
      least: 2,
      most: 2,
      result: 'number',
    },
    add_months: {
      usage: 'add_months(date, count): at most the last day of the month',
      args: ['day', 'number'],
      least: 2,
      most: 2,
      result: 'date',
    },
  }),
)
