import { Button, Popover, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '#platform/web/language/t.ts'

interface ConfirmButtonProps {
  readonly label: string
  /** What follows from it. */
  readonly question: string
  readonly onConfirm: () => void
}

/** For what cannot be undone: says what follows, beside the button, and asks once. */
export function ConfirmButton({ label, question, onConfirm }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withArrow>
      <Popover.Target>
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => setOpen(!open)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={300}>
        <Text size="sm" mb={8}>
          {question}
        </Text>
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('Cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setOpen(false)
              onConfirm()
            }}
          >
            {label}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
