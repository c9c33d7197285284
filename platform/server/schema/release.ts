import manifest from '../../../package.json' with { type: 'json' }

/** The version of the code that runs. */
export const release: string = manifest.version

/** Whether version `a` comes before version `b`. */
export function isOlder(a: string, b: string): boolean {
  const [left, right] = [numbers(a), numbers(b)]
  for (let place = 0; place < 3; place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

const numbers = (version: string): number[] =>
  version
    .split(/[.\-+]/)
    .slice(0, 3)
    .map(Number)
