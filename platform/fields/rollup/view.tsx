import { lazy } from 'react'
import { ResultCell } from '../result-cell.tsx'
import type { View } from '../view.ts'

export const rollupView: View = {
  Cell: ResultCell,
  width: 130,
  about: 'Counted or summed over related records.',
  Options: lazy(() => import('./options.tsx')),
}
