import { PlainCell } from '../plain-cell.tsx'
import type { View } from '../view.ts'

export const autoNumberView: View<string> = {
  Cell: PlainCell,
  width: 110,
  about: 'Counts up by itself: Q-00042.',
  options: {
    prefix: { kind: 'text', max: 20, label: 'Before the figures', help: 'Such as “Q-”.' },
    digits: { kind: 'number', decimals: 0, min: 1, max: 12, label: 'Least number of digits' },
    start: { kind: 'number', decimals: 0, min: 0, label: 'First number' },
  },
}
