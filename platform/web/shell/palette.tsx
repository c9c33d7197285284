import { Kbd, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { searchQuery } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { fitting, useCommands, type Command } from './commands.ts'
import type { PaletteMode } from './frame.tsx'
import { useHits } from './hits.ts'
import { PaletteRow } from './palette-row.tsx'
import classes from './palette.module.css'

interface PaletteProps {
  readonly mode: PaletteMode
  readonly close: () => void
}

/** Finds any record and performs any command, by the keyboard alone. */
export function Palette({ mode, close }: PaletteProps) {
  const model = useModel()
  const commands = useCommands()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [words] = useDebouncedValue(typed.trim(), 90)
  const search = useQuery(searchQuery(words))
  const hits = useHits(typed.trim() === '' || words === '' ? [] : (search.data ?? []), model)
  const fit = fitting(commands, typed, typed === '' ? 40 : 6)
  const rows = mode === 'search' && typed !== '' ? [...hits, ...fit] : [...fit, ...hits]
  const chosen = Math.min(at, rows.length - 1)

  const perform = (command: Command | undefined): void => {
    if (command === undefined) return
    close()
    command.perform()
  }
  const key = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = (chosen + step + rows.length) % Math.max(rows.length, 1)
      setAt(Math.abs(step) > 1 ? Math.max(0, Math.min(rows.length - 1, chosen + step)) : next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      perform(rows[chosen])
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset="9vh"
      radius={10}
      aria-label={mode === 'search' ? t('Search') : t('Commands')}
    >
      <div className={classes.field}>
        <Icon name={mode === 'search' ? 'search' : 'zap'} size={17} />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls="palette-rows"
          aria-activedescendant={rows.length > 0 ? `palette-${chosen}` : undefined}
          aria-label={mode === 'search' ? t('Search everything') : t('Find a command or a record')}
          placeholder={
            mode === 'search' ? t('Name, e-mail, phone, number …') : t('What would you like to do?')
          }
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={key}
        />
        <Kbd size="xs">Esc</Kbd>
      </div>
      <div id="palette-rows" role="listbox" aria-label={t('Found')} className={classes.rows}>
        {rows.map((row, index) => (
          <PaletteRow
            key={row.key}
            row={row}
            id={`palette-${index}`}
            chosen={index === chosen}
            heading={rows[index - 1]?.group === row.group ? undefined : row.group}
            point={() => setAt(index)}
            perform={() => perform(row)}
          />
        ))}
        {rows.length === 0 && (
          <p className={classes.none} role="status">
            {search.isFetching || words !== typed.trim()
              ? t('Searching …')
              : t('Nothing is called “{typed}”.', { typed })}
          </p>
        )}
      </div>
    </Modal>
  )
}
