import { linkColumn } from '../link-column.ts'

export const referenceColumn = linkColumn((field) => ({
  object: String(field.options['to']),
  on_delete: (field.options['on_purge'] as 'set null' | undefined) ?? 'set null',
}))
