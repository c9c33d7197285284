import { ActionIcon, ColorSwatch, Popover } from '@mantine/core'
import { useState } from 'react'
import { colourOf } from '#platform/web/forms/colour-of.ts'
import { t } from '#platform/web/language/t.ts'

const colours = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink']

interface ColourPickerProps {
  readonly colour: string | undefined
  readonly onPick: (colour: string) => void
}

export function ColourPicker({ colour, onPick }: ColourPickerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <ActionIcon size="sm" aria-label={t('Colour')} onClick={() => setOpen(!open)}>
          <ColorSwatch
            size={14}
            withShadow={false}
            color={colour === undefined ? 'transparent' : colourOf(colour)}
            style={{ border: '1px solid var(--line-strong)' }}
          />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={6} style={{ display: 'flex', gap: 2 }}>
        {colours.map((one) => (
          <ActionIcon
            key={one}
            size="sm"
            aria-label={t(one)}
            aria-pressed={one === colour}
            onClick={() => {
              onPick(one)
              setOpen(false)
            }}
          >
            <ColorSwatch size={16} withShadow={false} color={colourOf(one)} />
          </ActionIcon>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
