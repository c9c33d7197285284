import type { TextFormat } from '#platform/fields/kind.ts'

/**
 * How dates and decimals are written, from the texts of all columns: a part above 12 tells day from month; a comma
 * before one or two last digits tells a decimal comma. Where nothing tells, year-month-day and the point are taken,
 * and the preview shows what was taken.
 */
export function guessFormat(
  columns: readonly (readonly string[])[],
  otherwise: TextFormat['dates'] = 'ymd',
): TextFormat {
  return { dates: guessDates(columns, otherwise), decimal: guessDecimal(columns) }
}

function guessDates(
  columns: readonly (readonly string[])[],
  otherwise: TextFormat['dates'],
): TextFormat['dates'] {
  let votes = { dmy: 0, mdy: 0 }
  let dotted = 0
  for (const texts of columns) {
    const dates =
      texts.flatMap((text) => /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(text) ?? []).length / 5
    if (dates < texts.length / 2 || texts.length === 0) continue
    for (const text of texts) {
      const [, first, sign, second] = /^(\d{1,2})([/.-])(\d{1,2})\2/.exec(text) ?? []
      if (first === undefined) continue
      if (sign === '.') dotted++
      if (Number(first) > 12) votes = { ...votes, dmy: votes.dmy + 1 }
      if (Number(second) > 12) votes = { ...votes, mdy: votes.mdy + 1 }
    }
  }
  if (votes.dmy > votes.mdy) return 'dmy'
  if (votes.mdy > votes.dmy) return 'mdy'
  return dotted > 0 ? 'dmy' : otherwise
}

function guessDecimal(columns: readonly (readonly string[])[]): TextFormat['decimal'] {
  let [comma, point] = [0, 0]
  for (const text of columns.flat()) {
    if (!/^[-+€$£\s]*\d[\d.,'’ ]*[€$£\s%]*$/.test(text)) continue
    const bare = text.replaceAll(/[^\d.,]/g, '')
    if (/^\d+,\d{1,2}$/.test(bare) || /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) comma++
    if (/^\d+\.\d{1,2}$/.test(bare) || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) point++
  }
  return comma > point ? ',' : '.'
}
