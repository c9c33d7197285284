import { ResultCell } from '../result-cell.tsx'
import type { View } from '../view.ts'

export const formulaView: View = {
  Cell: ResultCell,
  width: 150,
  about: 'Computed from other fields of the record.',
  options: {
    formula: {
      kind: 'long_text',
      required: true,
      label: 'Formula',
      help: 'Names of fields with + − * /, if(…), concat(…), days_between(…): amount * probability',
    },
  },
}
