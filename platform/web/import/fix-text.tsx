import { Button, Group, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { t } from '#platform/web/language/t.ts'
import type { ImportProblem } from './import-api.ts'

interface FixTextProps {
  readonly problem: ImportProblem
  readonly required: boolean
  readonly onFix: (replacement: string | null) => void
}

/** Another text instead of the one in the file, for all its rows. */
export function FixText({ problem, required, onFix }: FixTextProps) {
  const [text, setText] = useState(problem.value)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && text !== problem.value) onFix(text)
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        size="sm"
        label={t('Take instead')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Button type="submit" size="compact-xs" disabled={text.trim() === '' || text === problem.value}>
          {t('Take this')}
        </Button>
        {!required && (
          <Button variant="subtle" size="compact-xs" onClick={() => onFix(null)}>
            {t('Leave empty')}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" onClick={() => onFix('$skip')}>
          {t('Leave these rows out')}
        </Button>
      </Group>
    </form>
  )
}
