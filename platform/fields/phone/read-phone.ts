import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { oneLine, quoted } from '../clean-text.ts'
import { Unfit } from '../kind.ts'

/**
 * `030 / 12 34 56` in Germany → `+4930123456`.
 *
 * @param country ISO 3166 code of numbers written without one
 * @throws Unfit
 */
export function readPhone(text: string, country: string): string {
  const written = oneLine(text).replace(/^tel:/i, '')
  const home = country.toUpperCase()
  // The library also reads letters as on a keypad and numbers inside sentences; here either is a mistake.
  const letters = /[^\d\s()+/.;=\-–#*x]/i.test(
    written.replace(/(;ext=|ext\.?|extension|x|durchwahl|dw)\s*\d+$/i, ''),
  )
  const found =
    letters || written.length > 60
      ? undefined
      : parsePhoneNumberFromString(written, {
          extract: false,
          ...(isSupportedCountry(home) ? { defaultCountry: home } : {}),
        })
  // The library knows countries that go beyond the fifteen digits of E.164.
  if (found === undefined || !found.isPossible() || found.number.length > 16) {
    throw new Unfit(
      `${quoted(written)} is not a phone number; give it with its country, such as +49 30 123456.`,
      'phone',
    )
  }
  return found.ext === undefined ? found.number : `${found.number};ext=${found.ext}`
}

/** `+4930123456` → `+49 30 123456`. */
export function formatPhone(value: string): string {
  return parsePhoneNumberFromString(value, { extract: false })?.formatInternational() ?? value
}
