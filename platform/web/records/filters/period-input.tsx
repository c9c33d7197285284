import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parsePhrase } from '#platform/objects/filter/relative-dates.ts'
import type { Json } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'

const usual = [
  'today',
  'yesterday',
  'tomorrow',
  'this week',
  'last week',
  'next week',
  'this month',
  'last month',
  'next month',
  'this quarter',
  'last quarter',
  'next quarter',
  'this year',
  'last year',
  'last 7 days',
  'last 30 days',
  'last 90 days',
  'next 7 days',
  'next 30 days',
  'more than 0 days ago',
  'more than 30 days ago',
  'more than 90 days ago',
]

/** A period relative to today: one of the usual ones, or typed. */
export function PeriodInput({
  value,
  change,
}: {
  readonly value: Json
  readonly change: (value: Json) => void
}) {
  const given = typeof value === 'string' ? value : ''
  const [own, setOwn] = useState(given !== '' && !usual.includes(given))
  const wrong = own && given !== '' && parsePhrase(given) === undefined
  return (
    <>
      <NativeSelect
        size="xs"
        data-autofocus
        aria-label={t('Period')}
        value={own ? 'own' : given}
        onChange={(event) => {
          const next = event.currentTarget.value
          setOwn(next === 'own')
          change(next === 'own' || next === '' ? null : next)
        }}
        data={[
          { value: '', label: t('Choose a period') },
          ...usual.map((one) => ({
            value: one,
            label: t(one === 'more than 0 days ago' ? 'before today' : one),
          })),
          { value: 'own', label: t('Another …') },
        ]}
      />
      {own && (
        <TextInput
          size="xs"
          mt={6}
          aria-label={t('Period')}
          placeholder="last 45 days"
          value={given}
          error={wrong ? t('Write it as in “last 45 days” or “next 2 weeks”.') : undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </>
  )
}
