import { Button, Popover, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import { Problem } from '#platform/objects/problem.ts'
import { useModel } from '#platform/web/data/session.ts'
import { parseContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from '../list/use-list.ts'

interface AdvancedFilterProps {
  readonly list: ListState
  /** What chips cannot say. */
  readonly rest: FilterJson
  readonly put: (rest: FilterJson) => void
}

/** The whole filter language as text, checked while it is typed by the parser that the server uses. */
export function AdvancedFilter({ list, rest, put }: AdvancedFilterProps) {
  const model = useModel()
  const count = Object.keys(rest).length
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const fault = opened ? faultOf(typed, (json) => parseFilter(model, list.object.name, json, { reader: parseContext() })) : undefined
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={420} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={count > 0 ? 'light' : 'subtle'}
          color={count > 0 ? 'petrol' : 'gray'}
          leftSection={<Icon name="braces" size={13} />}
          onClick={() => {
            setTyped(count === 0 ? '' : JSON.stringify(rest, null, 2))
            setOpened(!opened)
          }}
        >
          {count > 0 ? t('Advanced ({count})', { count }) : t('Advanced')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fz="xs" c="dimmed">{t('Groups with “or” and “not”, and conditions on related records.')}</Text>
          <Textarea
            data-autofocus
            autosize
            minRows={5}
            maxRows={16}
            aria-label={t('Filter as text')}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
            placeholder={'{ "or": [ { "next_step": { "empty": true } },\n          { "probability": { "lt": 0.3 } } ] }'}
            value={typed}
            error={fault}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            disabled={fault !== undefined}
            onClick={() => {
              put(typed.trim() === '' ? {} : (JSON.parse(typed) as FilterJson))
              setOpened(false)
            }}
          >
            {t('Apply')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function faultOf(text: string, check: (json: FilterJson) => unknown): string | undefined {
  if (text.trim() === '') return undefined
  try {
    check(JSON.parse(text) as FilterJson)
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.detail
    return t('This is not JSON yet: {message}', { message: (error as Error).message })
  }
}
