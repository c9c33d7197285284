import { reader } from '#platform/web/language/reader.ts'
import { countryCodes, countryName } from './country-code.ts'

/** Countries by code with their names in the reader's language, in its order; the reader's own first. */
export function countryChoices(): readonly { readonly value: string; readonly label: string }[] {
  const { locale, country } = reader()
  const all = countryCodes.map((value) => ({ value, label: countryName(value, locale) }))
  all.sort((one, other) => one.label.localeCompare(other.label, locale))
  return [...all.filter((one) => one.value === country), ...all.filter((one) => one.value !== country)]
}
