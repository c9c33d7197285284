import { linkColumn } from '../link-column.ts'

export const userColumn = linkColumn(() => ({ object: 'user', on_delete: 'set null' }))
