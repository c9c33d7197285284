import { fileColumn } from '../file/column.ts'

export const imageColumn = fileColumn
