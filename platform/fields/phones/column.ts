import { entriesColumn } from '../entries-column.ts'

export const phonesColumn = entriesColumn
