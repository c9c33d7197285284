import { setColumn } from '../set-column.ts'

export const tagsColumn = setColumn()
