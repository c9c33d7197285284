import { Alert, Anchor, Text } from '@mantine/core'
import { UsersRound } from 'lucide-react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { Duplicate } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import classes from './form.module.css'

interface DuplicateNoticeProps {
  readonly object: ObjectModel
  readonly duplicates: readonly Duplicate[]
}

/** Names who is there already, while there is still time to open them instead. */
export function DuplicateNotice({ object, duplicates }: DuplicateNoticeProps) {
  if (duplicates.length === 0) return null
  const labels = (names: readonly string[]): string =>
    names.map((name) => lowerFirst(t(object.fields.get(name)?.label ?? name))).join(', ')
  return (
    <Alert color="yellow" variant="light" icon={<UsersRound size={18} />} p="xs" role="status">
      <Text size="sm" fw={500}>
        {t('{count, plural, one {This may be here already:} other {These may be the same:}}', {
          count: duplicates.length,
        })}
      </Text>
      <ul className={classes['list']}>
        {duplicates.slice(0, 5).map(({ record, fields }) => (
          <li key={record.id}>
            <Anchor size="sm" href={`/${object.plural}/${record.id}`} target="_blank" rel="noreferrer">
              {record.title ?? t('Untitled')}
            </Anchor>
            <Text size="xs" c="dimmed" span>
              {t('same or similar {fields}', { fields: labels(fields) })}
            </Text>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
