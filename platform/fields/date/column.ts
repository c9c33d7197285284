import { plainColumn } from '../plain-column.ts'

export const dateColumn = plainColumn<string>('date')
