import { ResultCell } from '../result-cell.tsx'
import type { View } from '../view.ts'

export const formulaView: View = { Cell: ResultCell, width: 150 }
