import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import type { FilterJson } from '#platform/objects/json.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { useModel } from '#platform/web/data/session.ts'
import { parseContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'

interface FilterTextProps {
  readonly object: ObjectModel
  readonly rest: FilterJson
  readonly put: (rest: FilterJson) => void
}

/** A filter as JSON, checked while it is typed by the parser that the server uses. */
export function FilterText({ object, rest, put }: FilterTextProps) {
  const model = useModel()
  const [typed, setTyped] = useState(Object.keys(rest).length === 0 ? '' : JSON.stringify(rest, null, 2))
  const fault = faultOf(typed, model, object)
  return (
    <Stack gap="xs">
      <Text fz="xs" c="dimmed">
        {t('Groups with “or” and “not”, and conditions on related records.')}
      </Text>
      <Textarea
        data-autofocus
        autoFocus
        autosize
        minRows={5}
        maxRows={16}
        aria-label={t('Filter as text')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        placeholder={
          '{ "or": [ { "next_step": { "empty": true } },\n          { "probability": { "lt": 0.3 } } ] }'
        }
        value={typed}
        error={fault}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        disabled={fault !== undefined}
        onClick={() => put(typed.trim() === '' ? {} : (JSON.parse(typed) as FilterJson))}
      >
        {t('Apply')}
      </Button>
    </Stack>
  )
}

function faultOf(text: string, model: Model, object: ObjectModel): string | undefined {
  if (text.trim() === '') return undefined
  try {
    parseFilter(model, object.name, JSON.parse(text) as FilterJson, { reader: parseContext() })
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.detail
    return t('This is not JSON yet: {message}', { message: (error as Error).message })
  }
}
