import { Select, type SelectProps } from '@mantine/core'

/** A list that is searched by typing; what is chosen is marked when one comes in, so that typing replaces it. */
export function SearchSelect(props: SelectProps) {
  return <Select searchable onFocus={(event) => event.currentTarget.select()} {...props} />
}
