import { Kbd } from '@mantine/core'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { Command } from './commands.ts'
import classes from './palette.module.css'

interface PaletteRowProps {
  readonly row: Command
  readonly id: string
  readonly chosen: boolean
  readonly heading: string | undefined
  readonly point: () => void
  readonly perform: () => void
}

const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' })

export function PaletteRow({ row, id, chosen, heading, point, perform }: PaletteRowProps) {
  return (
    <>
      {heading !== undefined && (
        <div className={classes.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input above has the focus and the keys */}
      <div
        ref={chosen ? intoView : null}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        className={classes.row}
        onPointerMove={chosen ? undefined : point}
        onClick={perform}
      >
        <Icon name={row.icon} size={16} />
        <span className={classes.title}>{row.title}</span>
        {row.detail !== undefined && <span className={classes.detail}>{row.detail}</span>}
        {row.shortcut !== undefined && <Kbd size="xs">{row.shortcut}</Kbd>}
      </div>
    </>
  )
}
