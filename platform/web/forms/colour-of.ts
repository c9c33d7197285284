const named = new Set([
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'dark',
])

/** A colour of the theme by name, or any CSS colour as it is. */
export function colourOf(colour: string | undefined): string {
  if (colour === undefined || colour === '') return 'var(--mantine-color-gray-5)'
  return named.has(colour) ? `var(--mantine-color-${colour}-6)` : colour
}
