/** Changes of a column's type that keep every value as it is. Everything else needs a numbered migration. */
export function isWidening(from: string, to: string): boolean {
  if (from === to) return true
  const [old, wanted] = [parsed(from), parsed(to)]
  if (old.name === 'numeric' && wanted.name === 'numeric') return numericWider(old.sizes, wanted.sizes)
  if (old.name === 'character varying' && wanted.name === 'character varying') {
    return wanted.sizes.length === 0 || (old.sizes.length > 0 && wanted.sizes[0]! >= old.sizes[0]!)
  }
  return wanted.sizes.length === 0 && (wider[old.name]?.includes(wanted.name) ?? false)
}

const wider: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric'],
  integer: ['bigint', 'numeric'],
  bigint: ['numeric'],
  real: ['double precision'],
  'character varying': ['text'],
  uuid: ['text'],
}

function numericWider(old: readonly number[], wanted: readonly number[]): boolean {
  if (wanted.length === 0) return true
  if (old.length === 0) return false
  const [precision = 0, scale = 0] = old
  const [nextPrecision = 0, nextScale = 0] = wanted
  return nextScale >= scale && nextPrecision - nextScale >= precision - scale
}

function parsed(type: string): { readonly name: string; readonly sizes: readonly number[] } {
  const found = /^([a-z ]+?)(?:\((\d+)(?:,(\d+))?\))?$/.exec(type)
  if (found === null) return { name: type, sizes: [] }
  return { name: found[1]!, sizes: [found[2], found[3]].filter((size) => size !== undefined).map(Number) }
}
