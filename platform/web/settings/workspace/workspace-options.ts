import { countryCodes, countryName } from '#platform/fields/address/country-code.ts'
import { currencies } from '#platform/fields/money/currencies.ts'
import { reader } from '#platform/web/language/reader.ts'

interface Option {
  readonly value: string
  readonly label: string
}

export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return currencies(reader().currency).map((value) => ({
    value,
    label: `${value} – ${names.of(value) ?? value}`,
  }))
}

export function countryOptions(locale: string): Option[] {
  const all = countryCodes.map((value) => ({ value, label: countryName(value, locale) }))
  return all.sort((one, other) => one.label.localeCompare(other.label, locale))
}

const locales = [
  'en-GB',
  'en-US',
  'en-CA',
  'en-AU',
  'en-IE',
  'en-IN',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'it-IT',
  'es-ES',
  'pt-PT',
  'pt-BR',
  'nl-NL',
  'nl-BE',
  'da-DK',
  'sv-SE',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
  'hu-HU',
  'tr-TR',
  'el-GR',
  'ja-JP',
  'zh-CN',
]

/** With an example, since a language alone does not say how a date looks. */
export function localeOptions(locale: string, current: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return [...new Set([current, ...locales])]
    .filter((one) => one !== '')
    .map((value) => {
      const example = `${new Intl.DateTimeFormat(value).format(new Date(2026, 11, 31))}, ${new Intl.NumberFormat(value).format(1234.5)}`
      return { value, label: `${names.of(value) ?? value} (${example})` }
    })
}

export function monthOptions(locale: string): Option[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: format.format(Date.UTC(2026, at, 1)),
  }))
}

/** 1 = Monday … 7 = Sunday */
export function weekdayOptions(locale: string): Option[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 2 November 2026 is a Monday.
  return [1, 6, 7].map((day) => ({ value: String(day), label: format.format(Date.UTC(2026, 10, 1 + day)) }))
}
