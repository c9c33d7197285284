import { Checkbox, ScrollArea, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'

interface ChoiceListProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly change: (chosen: string[]) => void
}

/** Several of a few. */
export function ChoiceList({ choices, chosen, change }: ChoiceListProps) {
  const [typed, setTyped] = useState('')
  const shown = typed === '' ? choices : choices.filter((one) => fitsWords(one.label, typed))
  return (
    <Stack gap={6}>
      {choices.length > 8 && (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('Find')}
          placeholder={t('Find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={260} type="auto">
        <Stack gap={0}>
          {shown.map(({ value, label }, at) => (
            <Checkbox
              key={value}
              size="xs"
              py={5}
              label={label}
              {...(at === 0 && choices.length <= 8 ? { 'data-autofocus': true } : {})}
              checked={chosen.includes(value)}
              onChange={(event) =>
                change(
                  event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                )
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
