import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { formatContext, reader, typingFormat } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { CalendarButton } from '../date/calendar-button.tsx'
import { dayIn } from '../date/kind.ts'
import { timeFormat } from '../time-format.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'
import { instant, typedDatetime } from './typed-datetime.ts'

function DatetimeCell({ value, field }: CellProps<string>) {
  const shown = field.kind.format(value, field, formatContext())
  return (
    <span className={classes['text']}>
      <time dateTime={value}>{shown}</time>
    </span>
  )
}

function DatetimeInput(props: InputProps<string>) {
  const { locale, zone } = reader()
  const time = props.value === null ? Number.NaN : Date.parse(props.value)
  const current = Number.isNaN(time) ? null : new Date(time)
  const pick = (date: string) => props.onChange(instant(date, clock(current ?? nextHour(), zone), zone))
  return (
    <TypedInput
      {...props}
      show={(value) => shown(value, locale, zone)}
      read={read}
      placeholder={props.inline === true ? undefined : t('“tomorrow 9:30” or a date with time')}
      rightSection={
        <CalendarButton
          value={current === null ? null : dayIn(zone, current)}
          onPick={pick}
          disabled={props.disabled}
        />
      }
    />
  )
}

function read(text: string): string {
  const { locale, zone } = reader()
  const now = new Date()
  return typedDatetime(text, { today: dayIn(zone, now), order: typingFormat().dates, locale, zone, now })
}

function shown(value: string, locale: string, zone: string): string {
  const time = Date.parse(value)
  if (Number.isNaN(time)) return value
  return timeFormat(locale, {
    timeZone: zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(time)
}

const nextHour = (): Date => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000)

function clock(date: Date, zone: string): { hour: number; minute: number } {
  const text = timeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date)
  return { hour: Number(text.slice(0, 2)), minute: Number(text.slice(3, 5)) }
}

export const datetimeView: View<string> = {
  Cell: DatetimeCell,
  Input: DatetimeInput,
  width: 160,
  about: 'A day and a time, shown in each reader’s zone.',
}
