import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { reader, typingFormat } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { PlainCell } from '../plain-cell.tsx'
import { timeFormat } from '../time-format.ts'
import type { InputProps, View } from '../view.ts'
import { CalendarButton } from './calendar-button.tsx'
import { dayIn } from './kind.ts'
import { typedDate } from './typed-date.ts'

const pattern = /^\d{4}-\d{2}-\d{2}$/

function DateInput(props: InputProps<string>) {
  const { locale } = reader()
  const date = props.value !== null && pattern.test(props.value) ? props.value : null
  return (
    <TypedInput
      {...props}
      show={(value) => (pattern.test(value) ? shortDate(value, locale) : value)}
      read={read}
      placeholder={
        props.inline === true
          ? undefined
          : t('{sample} or “tomorrow”', { sample: shortDate(today(), locale) })
      }
      rightSection={<CalendarButton value={date} onPick={props.onChange} disabled={props.disabled} />}
    />
  )
}

const today = (): string => dayIn(reader().zone, new Date())

const read = (text: string): string =>
  typedDate(text, { today: today(), order: typingFormat().dates, locale: reader().locale })

/** With figures only and the whole year, so that what is shown can be typed. */
export function shortDate(date: string, locale: string): string {
  const format = timeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

export const dateView: View<string> = {
  Cell: PlainCell,
  Input: DateInput,
  width: 120,
  about: 'A day, typed as “22.11.” or “tomorrow”.',
}
