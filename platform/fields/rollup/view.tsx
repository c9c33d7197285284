import { ResultCell } from '../result-cell.tsx'
import type { View } from '../view.ts'

export const rollupView: View = { Cell: ResultCell, width: 130 }
