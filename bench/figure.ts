/** One line of the table: what we take, and the least that any program must. */
export interface Figure {
  readonly name: string
  /** Ours and the floor, both in `unit`. */
  readonly ours: number
  readonly floor: number | null
  /** Ours ÷ floor for rates, floor ÷ ours for times: 1 is as good as nothing in between. */
  readonly ratio: number | null
  /** Milliseconds of ours, where single calls were timed. */
  readonly p50: number | null
  readonly p99: number | null
  readonly unit: 'per second' | 'ms' | 'MB' | 'rows per second'
  /** What `docs/performance.md` asks for. */
  readonly bar: string
  readonly note?: string
}

export function rate(
  name: string,
  ours: number,
  floor: number,
  unit: Figure['unit'],
  bar: string,
  times: Partial<Pick<Figure, 'p50' | 'p99' | 'note'>> = {},
): Figure {
  return {
    name,
    ours: round(ours),
    floor: round(floor),
    ratio: round(ours / floor),
    p50: null,
    p99: null,
    unit,
    bar,
    ...times,
  }
}

export const round = (value: number): number => Number(value.toPrecision(3))

/** Value below which the share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, ours, floor, ratio, p50, p99, unit, bar, note }) =>
    [
      name,
      String(ours),
      floor === null ? '–' : String(floor),
      ratio === null ? '–' : String(ratio),
      p50 ?? '–',
      p99 ?? '–',
      unit,
      bar,
      note ?? '',
    ].map(String),
  )
  const heads = ['scenario', 'ours', 'floor', 'ratio', 'p50 ms', 'p99 ms', 'unit', 'bar', 'note']
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [line(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  )
}
