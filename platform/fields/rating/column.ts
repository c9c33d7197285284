import { plainColumn } from '../plain-column.ts'

export const ratingColumn = plainColumn<number>('smallint')
