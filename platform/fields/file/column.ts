import { linkColumn } from '../link-column.ts'

export const fileColumn = linkColumn(() => ({ object: 'file', on_delete: 'set null' }))
