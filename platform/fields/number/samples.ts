import type { Samples } from '../contract-samples.ts'
import { number } from './kind.ts'

export const samples: Samples = {
  declaration: number({ min: -1000, max: 999_999_999_999, unit: 'kg' }),
  good: [
    [12.5, 12.5],
    [0, 0],
    [-0.1, -0.1],
    ['1250.50', 1250.5],
    [123_456_789_012, 123_456_789_012],
    [0.000_000_1, 0.000_000_1],
    [1.1, 1.1],
  ],
  bad: [
    ['many', 'Give a number such as 12.5'],
    [true, 'Give a number'],
    [[1], 'Give a number'],
    ['0x10', 'Give a number'],
    [-1001, 'at least -1000'],
    [1e12, 'at most 999999999999'],
    [1e16, 'below one quadrillion'],
  ],
  texts: [
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5, { decimal: ',' }],
    ["12'345.25", 12_345.25],
    ['1 234 567', 1_234_567],
    ['1\u202f234,5', 1234.5, { decimal: ',' }],
    ['12,34,567', 1_234_567],
    ['−5', -5],
    ['(12.5)', -12.5],
    ['12-', -12],
    ['12 kg', 12],
    ['.5', 0.5],
  ],
  badTexts: [
    ['12,5', 'decimal point'],
    ['12.5', 'decimal comma', { decimal: ',' }],
    ['1.2.3', 'decimal point'],
    ['twelve', 'is not a number'],
  ],
  shown: [[1234.5, '1,234.5 kg', '1.234,5 kg']],
  faults: [
    [number({ min: 2, max: 1 }), 'min above its max'],
    [number({ decimals: 11 }), '0 to 10 decimals'],
  ],
}
