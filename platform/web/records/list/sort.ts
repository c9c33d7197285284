export interface SortPlace {
  readonly direction: 'asc' | 'desc' | undefined
  /** 1 for the first key. */
  readonly place: number
  readonly several: boolean
}

const keysOf = (sort: string): readonly string[] => sort.split(',').filter((key) => key !== '')
const nameOf = (key: string): string => key.replace(/^-/, '')

/** Which part a field has in `-amount,name`. */
export function sortOf(sort: string, field: string): SortPlace {
  const keys = keysOf(sort)
  const place = keys.findIndex((key) => nameOf(key) === field)
  return {
    direction: place < 0 ? undefined : keys[place]!.startsWith('-') ? 'desc' : 'asc',
    place: place + 1,
    several: keys.length > 1,
  }
}

/** The sort after a click on a column: ascending, descending, none; `add` keeps the other keys. */
export function nextSort(sort: string, field: string, add: boolean): string {
  const { direction } = sortOf(sort, field)
  const next = direction === undefined ? field : direction === 'asc' ? `-${field}` : ''
  const others = add ? keysOf(sort).filter((key) => nameOf(key) !== field) : []
  if (add && direction !== undefined && next !== '')
    return keysOf(sort)
      .map((key) => (nameOf(key) === field ? next : key))
      .join(',')
  return [...others, next].filter((key) => key !== '').join(',')
}
