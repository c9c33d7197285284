/**
 * The known name that was probably meant, or undefined when none is near.
 *
 * @example didYouMean('industri', ['name', 'industry']) // 'industry'
 */
export function didYouMean(given: string, known: Iterable<string>): string | undefined {
  // A hostile name of a megabyte must not cost a megabyte squared.
  if (given.length > 64) return undefined
  const wanted = given.toLowerCase()
  const near = [...known]
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(1, Math.floor(Math.min(name.length, wanted.length) / 3)),
    )
    .toSorted((a, b) => a.distance - b.distance)
  return near[0]?.name
}

/** A half sentence for an error: what was meant, else what there is. */
export function known(given: string, names: readonly string[]): string {
  const meant = didYouMean(given, names)
  if (meant !== undefined) return `did you mean “${meant}”?`
  const shown = names.slice(0, 30)
  return `known: ${shown.join(', ')}${names.length > shown.length ? ' …' : ''}.`
}

/** Optimal string alignment: a swapped pair of letters counts as one slip. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
