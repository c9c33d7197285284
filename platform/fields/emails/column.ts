import { entriesColumn } from '../entries-column.ts'

export const emailsColumn = entriesColumn
