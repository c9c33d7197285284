import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#platform/web/data/client.ts'
import { PickMany } from '#platform/web/forms/pick-many.tsx'
import type { Pick } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function TagsCell({ value }: CellProps<readonly string[]>) {
  return (
    <span className={classes['row']}>
      {value.map((tag) => (
        <span key={tag} className={classes['tag']}>
          {tag}
        </span>
      ))}
    </span>
  )
}

/** Tags in use are offered, most used first; a new one is made by typing it. */
function TagsInput(props: InputProps<readonly string[]>) {
  const { field, onChange } = props
  const value = props.value ?? []
  const [typed, setTyped] = useState('')
  const used = useUsedTags(field.object, field.name)
  const word = typed.trim()
  const fits = used.filter((tag) => tag.toLowerCase().includes(word.toLowerCase())).slice(0, 12)
  const isNew = word !== '' && ![...used, ...value].some((tag) => tag.toLowerCase() === word.toLowerCase())
  const picks: Pick[] = fits.map((tag) => ({ key: tag, label: tag }))
  if (isNew) picks.push({ key: word, label: t('New tag “{tag}”', { tag: word }), offer: true })
  return (
    <PickMany
      {...props}
      picked={value.map((tag) => ({ key: tag, label: tag }))}
      picks={picks}
      onSearch={setTyped}
      onAdd={(tag) => onChange([...value, tag])}
      onRemove={(tag) => onChange(value.filter((one) => one !== tag))}
      nothing={t('Type a tag.')}
    />
  )
}

function useUsedTags(object: string, field: string): readonly string[] {
  const query = useQuery({
    queryKey: ['records', object, 'tags', field],
    queryFn: async ({ signal }) => {
      const body = { object, group: [{ field }], measures: [{ fn: 'count' }], limit: 200 }
      const answer = await client.request<{ data?: readonly Readonly<Record<string, unknown>>[] }>(
        'POST',
        '/reports/run',
        { body, signal },
      )
      return [...new Set((answer.body.data ?? []).flatMap((row) => tagsIn(row[field])))]
    },
    // A new object of an action's input has no records to count.
    enabled: object !== '',
    retry: false,
    staleTime: 60_000,
  })
  return query.data ?? []
}

const tagsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []

export const tagsView: View<readonly string[]> = {
  Cell: TagsCell,
  Input: TagsInput,
  width: 180,
  about: 'Free words, offered again once used.',
}
