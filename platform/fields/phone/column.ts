import { emailColumn } from '../email/column.ts'

/** As for e-mail addresses: kept in one form, so that equal numbers are equal texts. */
export const phoneColumn = emailColumn
