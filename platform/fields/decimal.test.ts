import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, roundTo, shiftText } from './decimal.ts'

const figure = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }))

test('rounding goes half away from zero on the figures that are shown', () => {
  for (const [value, decimals, rounded] of [
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [1.45, 1, 1.5],
    [0.000_04, 4, 0],
    [-0.000_04, 4, 0],
    [999_999_999_999.99, 4, 999_999_999_999.99],
  ] as const) {
    expect(roundTo(value, decimals)).toBe(rounded)
  }
})

test('a figure that has no more decimals than allowed is not touched', () => {
  fc.assert(
    fc.property(
      figure,
      ([whole, places]) => roundTo(Number(`${whole}e-${places}`), 9) === Number(`${whole}e-${places}`),
    ),
  )
})

test('shifting the decimal point loses nothing', () => {
  fc.assert(
    fc.property(figure, fc.integer({ min: -6, max: 6 }), ([whole, places], by) => {
      const value = Number(`${whole}e-${places}`)
      const text = shiftText(value, by)
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
      expect(Number(text)).toBe(Number(`${whole}e${by - places}`) || 0)
    }),
  )
})

test('a figure is read back as readers of either decimal sign write it', () => {
  fc.assert(
    fc.property(
      figure,
      fc.constantFrom('en-US', 'de-DE', 'de-CH', 'fr-FR', 'en-IN'),
      ([whole, places], locale) => {
        const value = Number(`${whole}e-${places}`)
        const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 })
        const decimal = format.formatToParts(1.5).find((part) => part.type === 'decimal')!.value as '.' | ','
        expect(readNumber(format.format(value), { decimal })).toBe(value || 0)
      },
    ),
  )
})
