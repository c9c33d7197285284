/** A small seeded generator (mulberry32): the demo is the same wherever and whenever it is made. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whole number from least to most, both included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Each entry with its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** `count` different ones, fewer when the list is shorter. */
  some<T>(list: readonly T[], count: number): T[]
  /** Around the median, skewed to the right: half of them below it, few far above. */
  skewed(median: number, spread: number): number
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  return {
    next,
    pick,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) if ((left -= weight) < 0) return value
      return list.at(-1)![0]
    },
    some(list, count) {
      const rest = [...list]
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(Math.floor(next() * rest.length), 1)[0]!,
      )
    },
    skewed: (median, spread) => median * Math.exp(spread * normal()),
  }
}
