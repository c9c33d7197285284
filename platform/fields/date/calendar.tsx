import { DatePicker, type DayOfWeek } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { reader } from '#platform/web/language/reader.ts'

interface CalendarProps {
  readonly value: string | null
  readonly onPick: (date: string) => void
}

/** A month to click into. Loaded when first opened: most dates are typed. */
export default function Calendar({ value, onPick }: CalendarProps) {
  const { locale, week_start } = reader()
  const named = (options: Intl.DateTimeFormatOptions) => (date: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      Date.parse(`${date.slice(0, 10)}T00:00:00Z`),
    )
  return (
    <DatePicker
      value={value}
      {...(value === null ? {} : { defaultDate: value })}
      onChange={(date) => date !== null && onPick(date)}
      highlightToday
      firstDayOfWeek={(week_start % 7) as DayOfWeek}
      weekdayFormat={named({ weekday: 'short' })}
      monthLabelFormat={named({ month: 'long', year: 'numeric' })}
      size="sm"
    />
  )
}
