import type { FormatContext, ParseContext, TextFormat } from '#platform/fields/kind.ts'

/** Who looks at the screen: decides how dates, numbers and money are written and read. */
export interface ScreenReader {
  readonly locale: string
  readonly zone: string
  readonly currency: string
  readonly country: string
  /** 1 = Monday … 7 = Sunday */
  readonly week_start: number
  /** Id of the person; null before sign-in. */
  readonly me: string | null
}

const ofBrowser = new Intl.DateTimeFormat().resolvedOptions()

let current: ScreenReader = {
  locale: globalThis.navigator?.language ?? ofBrowser.locale,
  zone: ofBrowser.timeZone,
  currency: 'EUR',
  country: new Intl.Locale(ofBrowser.locale).maximize().region ?? 'US',
  week_start: 1,
  me: null,
}
let format: TextFormat = textFormatOf(current.locale)

/** Called once the workspace is known, and when the person changes language or zone; the app draws anew. */
export function setReader(next: Partial<ScreenReader>): void {
  current = { ...current, ...next }
  format = textFormatOf(current.locale)
}

export const reader = (): ScreenReader => current

export const formatContext = (): FormatContext => current

export const parseContext = (): ParseContext => ({ ...current, now: new Date() })

/** How this reader types dates and decimals. */
export const typingFormat = (): TextFormat => format

/** `de-DE` → day first, decimal comma. */
export function textFormatOf(locale: string): TextFormat {
  const order = new Intl.DateTimeFormat(locale).formatToParts(new Date(2026, 10, 22))
  const first = order.find((part) => part.type === 'day' || part.type === 'month' || part.type === 'year')
  const dates = first?.type === 'year' ? 'ymd' : first?.type === 'day' ? 'dmy' : 'mdy'
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')
  return { dates, decimal: decimal?.value === ',' ? ',' : '.' }
}
