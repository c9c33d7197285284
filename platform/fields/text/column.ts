import { plainColumn } from '../plain-column.ts'

export const textColumn = plainColumn<string>('text', {
  indexes: (field) => [{ name: 'sort', using: 'btree', on: `"${field.name}" collate "und-x-icu", "id"` }],
})
