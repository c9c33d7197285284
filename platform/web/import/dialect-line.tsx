import { Button, NativeSelect, Popover, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import type { Dialect, ImportPreview } from './import-api.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const dates = { ymd: '2026-11-22', dmy: '22.11.2026', mdy: '11/22/2026' } as const

/** How the file was read, in one line; what was guessed wrong can be set right. */
export function DialectLine({ state, preview }: { readonly state: Import; readonly preview: ImportPreview }) {
  const [open, setOpen] = useState(false)
  const { dialect, rows } = preview
  const set = (part: Partial<Dialect>) => void state.reread({ ...dialect, ...part })
  const separated = delimiters[dialect.delimiter as ','] ?? dialect.delimiter
  return (
    <div className={classes['facts']}>
      <b>{state.file?.name}</b>
      <span>{t('{rows} rows', { rows: new Intl.NumberFormat(reader().locale).format(rows) })}</span>
      {dialect.format === 'csv' && (
        <span className={classes['quiet']}>
          {t('separated by {sign}, {encoding}, dates as {date}, decimals as {number}', {
            sign: t(separated),
            encoding: dialect.encoding.toUpperCase(),
            date: dates[dialect.dates],
            number: `1${dialect.decimal}5`,
          })}
        </span>
      )}
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus withArrow>
        <Popover.Target>
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(!open)}>
            {t('Read it otherwise')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={8} w={230}>
            <NativeSelect
              size="xs"
              label={t('Separated by')}
              value={dialect.delimiter}
              data={Object.entries(delimiters).map(([value, label]) => ({ value, label: t(label) }))}
              onChange={(event) => set({ delimiter: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              label={t('Encoding')}
              value={dialect.encoding}
              data={[
                ...new Set([
                  dialect.encoding,
                  'utf-8',
                  'windows-1252',
                  'utf-16le',
                  'iso-8859-15',
                  'macintosh',
                ]),
              ]}
              onChange={(event) => set({ encoding: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              label={t('Dates look like')}
              value={dialect.dates}
              data={Object.entries(dates).map(([value, label]) => ({ value, label }))}
              onChange={(event) => set({ dates: event.currentTarget.value as Dialect['dates'] })}
            />
            <NativeSelect
              size="xs"
              label={t('Decimals look like')}
              value={dialect.decimal}
              data={[
                { value: '.', label: '1234.5' },
                { value: ',', label: '1234,5' },
              ]}
              onChange={(event) => set({ decimal: event.currentTarget.value as Dialect['decimal'] })}
            />
            <Switch
              size="xs"
              label={t('The first row names the columns')}
              checked={dialect.header}
              onChange={(event) => set({ header: event.currentTarget.checked })}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
