import { plainColumn } from '../plain-column.ts'

export const booleanColumn = plainColumn<boolean>('boolean')
