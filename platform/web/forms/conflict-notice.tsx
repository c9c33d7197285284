import { Alert, Button, Radio, Table, Text } from '@mantine/core'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import type { FormValues } from './first-values.ts'
import { ShownValue } from './shown-value.tsx'

interface ConflictNoticeProps {
  readonly object: ObjectModel
  /** The record as it is stored now. */
  readonly theirs: AnyRecord
  /** What was typed here. */
  readonly mine: FormValues
  /** Goes on with what was typed for these fields, and with what is stored for the others. */
  readonly onSettle: (keep: ReadonlySet<string>) => void
}

/** Somebody else saved in the meantime: theirs and mine, field by field. Nothing is lost until a choice is made. */
export function ConflictNotice({ object, theirs, mine, onSettle }: ConflictNoticeProps) {
  const names = Object.keys(mine).filter((name) => object.fields.has(name) && !same(mine[name], theirs[name]))
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(names))
  const who = (theirs['updated_by'] as { title?: string } | null)?.title ?? t('Somebody else')
  const choose = (name: string, own: boolean) => {
    const next = new Set(taken)
    if (own) next.add(name)
    else next.delete(name)
    setTaken(next)
  }
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<GitMerge size={18} />}
      title={t('{who} changed this record while you were writing.', { who })}
    >
      {names.length === 0 && <Text size="sm">{t('They changed other fields than you. You can go on.')}</Text>}
      {names.length > 0 && (
        <Table.ScrollContainer minWidth={380}>
          <Table verticalSpacing={4} layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('Field')}</Table.Th>
                <Table.Th>{t('Theirs')}</Table.Th>
                <Table.Th>{t('Yours')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {names.map((name) => {
                const field = object.fields.get(name)!
                const option = (own: boolean, value: unknown) => (
                  <Radio
                    name={`conflict-${name}`}
                    size="xs"
                    checked={taken.has(name) === own}
                    onChange={() => choose(name, own)}
                    label={<ShownValue field={field} value={value} />}
                  />
                )
                return (
                  <Table.Tr key={name}>
                    <Table.Td>{t(field.label)}</Table.Td>
                    <Table.Td>{option(false, theirs[name])}</Table.Td>
                    <Table.Td>{option(true, mine[name])}</Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Button
        mt="sm"
        size="xs"
        onClick={() =>
          onSettle(new Set(Object.keys(mine).filter((name) => !names.includes(name) || taken.has(name))))
        }
      >
        {t('Go on with these')}
      </Button>
    </Alert>
  )
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
