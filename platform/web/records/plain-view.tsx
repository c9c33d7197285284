import { PlainCell } from '#platform/fields/plain-cell.tsx'
import type { View } from '#platform/fields/view.ts'

/** For a kind that has no view of its own. */
export const plainView: View = { Cell: PlainCell }
