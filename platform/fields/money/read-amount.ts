import { quoted } from '../clean-text.ts'
import { readNumber } from '../decimal.ts'
import { Unfit, type TextFormat } from '../kind.ts'

/** Signs that mean one currency, or most often do (`$` and `¥`); the longer ones first. */
const signs: readonly (readonly [sign: string, currency: string])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['NT$', 'TWD'],
  ['CN¥', 'CNY'],
  ['Fr.', 'CHF'],
  ['SFr.', 'CHF'],
  ['Kč', 'CZK'],
  ['zł', 'PLN'],
  ['Ft', 'HUF'],
  ['лв', 'BGN'],
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
]
const bySign = new Map(signs)

/**
 * `1.250,50 €`, `EUR 1,250.50`, `-$300`, `(300) USD` → amount and, where one is written, currency.
 *
 * @throws Unfit
 */
export function readAmount(
  text: string,
  format: Pick<TextFormat, 'decimal'>,
): { amount: number; currency?: string } {
  const [before, figures, after] = split(text.trim())
  if (figures === '' || (before !== '' && after !== ''))
    throw new Unfit(`${quoted(text)} is not an amount.`, 'amount')
  const amount = readNumber(figures, format)
  const mark = before === '' ? after : before
  if (mark === '') return { amount }
  const currency = bySign.get(mark) ?? (/^[A-Za-z]{3}$/.test(mark) ? mark.toUpperCase() : undefined)
  if (currency === undefined)
    throw new Unfit(`${quoted(mark)} is not a currency; give three letters, such as EUR.`, 'currency')
  return { amount, currency }
}

/** What stands before the figures, they with their sign, and what stands behind. */
function split(text: string): [before: string, figures: string, after: string] {
  const start = text.search(/\d|[.,]\d/)
  if (start < 0) return ['', '', '']
  const end = start + /^[\d.,'’\s]*/.exec(text.slice(start))![0].length
  const head = text.slice(0, start)
  const tail = text.slice(end)
  const sign = (part: string): string => part.replaceAll(/[^-+−()]/g, '')
  const mark = (part: string): string => part.replaceAll(/[-+−()]/g, '').trim()
  return [mark(head), sign(head) + text.slice(start, end).trim() + sign(tail), mark(tail)]
}
