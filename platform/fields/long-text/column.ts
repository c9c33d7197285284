import { plainColumn } from '../plain-column.ts'
import { wordsIndex } from '../text-indexes.ts'

/** No index to sort by: a page of text does not fit into one. */
export const longTextColumn = plainColumn<string>('text', { indexes: (field) => [wordsIndex(field)] })
