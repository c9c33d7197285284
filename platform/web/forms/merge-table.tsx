import { Radio, Table } from '@mantine/core'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { mergedValue, type Taken } from './merge-values.ts'
import { ShownValue } from './shown-value.tsx'
import classes from './merge-table.module.css'

interface MergeTableProps {
  readonly object: ObjectModel
  readonly records: readonly AnyRecord[]
  readonly fields: readonly FieldModel[]
  readonly keep: string
  readonly onKeep: (id: string) => void
  readonly taken: (name: string) => Taken
  readonly onTake: (name: string, whose: Taken) => void
}

export function MergeTable({ object, records, fields, keep, onKeep, taken, onTake }: MergeTableProps) {
  return (
    <Table.ScrollContainer minWidth={180 * (records.length + 2)}>
      <Table verticalSpacing={6} className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('Field')}</Table.Th>
            {records.map((record) => (
              <Table.Th key={record.id} scope="col">
                <Radio
                  name="merge-keep"
                  size="xs"
                  checked={record.id === keep}
                  onChange={() => onKeep(record.id)}
                  label={<ShownValue field={object.title} value={record[object.title.name]} />}
                  description={record.id === keep ? t('Stays · {age}', { age: made(record) }) : made(record)}
                />
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes['result'] ?? ''}>
              {t('Result')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => {
            const whose = taken(field.name)
            const lists = records.some((record) => Array.isArray(record[field.name]))
            return (
              <Table.Tr key={field.name}>
                <Table.Th scope="row">{t(field.label)}</Table.Th>
                {records.map((record) => (
                  <Table.Td key={record.id}>
                    <Radio
                      name={`merge-${field.name}`}
                      size="xs"
                      checked={whose === record.id}
                      onChange={() => onTake(field.name, record.id)}
                      label={<ShownValue field={field} value={record[field.name]} />}
                    />
                  </Table.Td>
                ))}
                <Table.Td className={classes['result'] ?? ''}>
                  <ShownValue field={field} value={mergedValue(field, records, whose)} />
                  {lists && (
                    <Radio
                      name={`merge-${field.name}`}
                      size="xs"
                      mt={4}
                      checked={whose === 'all'}
                      onChange={() => onTake(field.name, 'all')}
                      label={t('all together')}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function made(record: AnyRecord): string {
  const at: unknown = record['created_at']
  if (typeof at !== 'string') return ''
  return t('made {date}', {
    date: new Intl.DateTimeFormat(reader().locale, { dateStyle: 'medium' }).format(new Date(at)),
  })
}
