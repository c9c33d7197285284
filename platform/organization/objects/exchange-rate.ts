import { date } from '#platform/fields/date/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/**
 * What one unit of a currency is worth in the workspace's base currency from a day on. The engine takes the newest
 * rate not after the day of an amount.
 */
export const exchangeRateObject = defineObject('exchange_rate', {
  plural: 'exchange_rates',
  icon: 'arrow-left-right',
  title: 'currency',
  setup: true,
  owned: false,
  fields: {
    currency: text({
      required: true,
      max: 3,
      indexed: true,
      help: 'Three letters, such as USD.',
    }),
    date: date({ label: 'Valid from', required: true, default: 'today', indexed: true }),
    rate: number({ required: true, min: 0, help: 'One unit of this currency in your base currency.' }),
  },
  unique: [['currency', 'date']],
  short_form: ['currency', 'date', 'rate'],
  views: [table('all', ['currency', 'date', 'rate'], { label: 'Exchange rates', sort: 'currency,-date' })],
})
