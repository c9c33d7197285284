import { useQuery } from '@tanstack/react-query'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { rowsQuery } from '#platform/web/data/queries.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { useModel } from '#platform/web/data/session.ts'
import { formatContext } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'

interface ChipValueProps {
  readonly field: FieldModel
  readonly path: readonly string[]
  readonly value: Json
}

/** What a condition compares with, as people say it. */
export function ChipValue({ field, path, value }: ChipValueProps) {
  const model = useModel()
  const target = field.relation === undefined ? undefined : model.objects.get(field.relation.to)
  const given = Array.isArray(value) ? (value as readonly Json[]) : [value]
  const ids =
    target === undefined
      ? []
      : given.filter((one): one is string => typeof one === 'string' && one.includes('-'))
  const found = useQuery({
    ...rowsQuery(
      target ?? model.objects.values().next().value!,
      { where: { id: ids }, fields: target === undefined ? [] : [target.title.name] },
      50,
    ),
    enabled: ids.length > 0,
  })
  const said = given.map((one) => {
    if (one === 'me') return t('Me')
    if (one === 'my team') return t('My team')
    if (one === null) return t('empty')
    if (target !== undefined) {
      const record = found.data?.data.find((row) => row.id === one)
      return record === undefined ? '…' : titleOf(target, record)
    }
    if (path.at(-1) !== field.name && field.kind.parts?.[path.at(-1)!] !== undefined) return String(one)
    return formatted(field, one)
  })
  return (
    <>
      {said.length > 2
        ? t('{first}, {second} and {count} more', { first: said[0], second: said[1], count: said.length - 2 })
        : said.join(', ')}
    </>
  )
}

function formatted(field: FieldModel, value: Json): string {
  if (typeof value === 'boolean') return value ? t('Yes') : t('No')
  if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d/.test(value) && field.kind.family === 'time')
    return t(value)
  try {
    const text = Array.isArray(
      field.kind.parse([value], field, {
        zone: 'UTC',
        currency: 'EUR',
        country: '',
        now: new Date(),
        me: null,
      }),
    )
      ? field.kind.format([value], field, formatContext())
      : field.kind.format(value, field, formatContext())
    return text === '' ? String(value) : text
  } catch {
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}
