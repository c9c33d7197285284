import { PlainCell } from '../plain-cell.tsx'
import type { View } from '../view.ts'

export const autoNumberView: View<string> = { Cell: PlainCell, width: 110 }
