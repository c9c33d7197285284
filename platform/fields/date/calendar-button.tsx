import { ActionIcon, Popover } from '@mantine/core'
import { CalendarIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '#platform/web/language/t.ts'

const Calendar = lazy(() => import('./calendar.tsx'))

interface CalendarButtonProps {
  /** `2026-11-22` */
  readonly value: string | null
  readonly onPick: (date: string) => void
  readonly disabled?: boolean | undefined
}

/** Opens a calendar. The keyboard types instead, so Tab passes over it; Alt+↓ is not needed. */
export function CalendarButton({ value, onPick, disabled }: CalendarButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          disabled={disabled === true}
          aria-label={t('Open the calendar')}
          onClick={() => setOpen(!open)}
        >
          <CalendarIcon size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Suspense fallback={<div style={{ width: 260, height: 280 }} />}>
          <Calendar
            value={value}
            onPick={(date) => {
              onPick(date)
              setOpen(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
