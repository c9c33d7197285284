import { plainColumn } from '../plain-column.ts'

export const durationColumn = plainColumn<number>('integer')
