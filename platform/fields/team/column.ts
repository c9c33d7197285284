import { linkColumn } from '../link-column.ts'

export const teamColumn = linkColumn(() => ({ object: 'team', on_delete: 'set null' }))
