import { Button, Select, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { say } from '#platform/web/data/undo.tsx'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { SearchSelect } from '#platform/web/forms/search-select.tsx'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { PageHead } from '../page-head.tsx'
import classes from '../settings.module.css'
import {
  countryOptions,
  currencyOptions,
  localeOptions,
  monthOptions,
  weekdayOptions,
} from './workspace-options.ts'

interface Answer {
  readonly name: string
  readonly settings: Readonly<Record<string, string | number>>
}

const key = ['settings', 'workspace']

export default function WorkspacePage() {
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () => (await client.request<Answer>('GET', '/settings/workspace')).body,
  })
  const [typed, setTyped] = useState<Readonly<Record<string, string | number>>>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  if (data === undefined) return <Skeleton height={320} />
  const values = { name: data.name, ...data.settings, ...typed } as Readonly<Record<string, string | number>>
  const text = (name: string): string => String(values[name] ?? '')
  const set = (name: string, value: string | number | null) =>
    setTyped((before) => ({ ...before, [name]: value ?? '' }))
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    setSentence(undefined)
    try {
      const { body } = await client.request<Answer>('PATCH', '/settings/workspace', { body: typed })
      queryClient.setQueryData(key, body)
      setTyped({})
      void queryClient.invalidateQueries({ queryKey: workspaceQuery.queryKey })
      say(t('Saved. It holds for everyone from now on.'))
    } catch (thrown) {
      const said = messagesOf(thrown)
      setErrors(said.fields)
      setSentence(said.sentence)
    } finally {
      setBusy(false)
    }
  }
  const { locale } = reader()
  return (
    <>
      <PageHead
        title={t('Workspace')}
        about={t(
          'How the firm writes money, dates and phone numbers. Each person may choose another language and time zone.',
        )}
      />
      <form className={classes['narrow']} onSubmit={(event) => void save(event)} noValidate>
        <FormSentence sentence={sentence} />
        <TextInput
          label={t('Name of the firm')}
          value={text('name')}
          onChange={(event) => set('name', event.currentTarget.value)}
          {...error('name')}
          withAsterisk
        />
        <SearchSelect
          label={t('Currency')}
          description={t(
            'Sums are shown in it. Amounts in other currencies are converted at the rate of their day.',
          )}
          allowDeselect={false}
          data={currencyOptions(locale)}
          value={text('currency')}
          onChange={(value) => set('currency', value)}
          {...error('currency')}
        />
        <SearchSelect
          label={t('Country')}
          description={t('Phone numbers written without a country are read as its numbers.')}
          allowDeselect={false}
          data={countryOptions(locale)}
          value={text('country')}
          onChange={(value) => set('country', value)}
          {...error('country')}
        />
        <SearchSelect
          label={t('Language and formats')}
          allowDeselect={false}
          data={localeOptions(locale, text('locale'))}
          value={text('locale')}
          onChange={(value) => set('locale', value)}
          {...error('locale')}
        />
        <SearchSelect
          label={t('Time zone')}
          allowDeselect={false}
          data={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          value={text('zone')}
          onChange={(value) => set('zone', value)}
          {...error('zone')}
        />
        <Select
          label={t('Fiscal year begins in')}
          description={t(
            '“This quarter” and “this year” in filters and reports follow it where they say fiscal.',
          )}
          allowDeselect={false}
          data={monthOptions(locale)}
          value={text('fiscal_start')}
          onChange={(value) => set('fiscal_start', Number(value))}
          {...error('fiscal_start')}
        />
        <Select
          label={t('Weeks begin on')}
          allowDeselect={false}
          data={weekdayOptions(locale)}
          value={text('week_start')}
          onChange={(value) => set('week_start', Number(value))}
          {...error('week_start')}
        />
        <div>
          <Button type="submit" loading={busy} disabled={Object.keys(typed).length === 0}>
            {t('Save')}
          </Button>
        </div>
      </form>
    </>
  )
}
