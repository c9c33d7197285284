import { familyOf } from '#platform/objects/filter/family.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { isEmpty, ShowValue } from '../show-value.tsx'
import { declaredViews } from '../list/views.ts'
import classes from './record.module.css'

const most = 4

/** The figures that matter: what the object's first view shows, figures and dates before the rest. */
export function KeyFigures({ object, record }: { readonly object: ObjectModel; readonly record: AnyRecord }) {
  const seen = useSession().fieldsOf(object)
  const named = [...new Set(declaredViews(object).flatMap((view) => view.fields))]
  const fields = named
    .flatMap((name) => seen.find((field) => field.name === name) ?? [])
    .filter((field) => field.name !== object.title.name && !isEmpty(record[field.name]))
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, most)
  if (fields.length === 0) return null
  return (
    <dl className={classes.figures}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{t(field.label)}</dt>
          <dd>
            <ShowValue field={field} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function weight(field: FieldModel): number {
  const family = familyOf(field)
  if (family === 'number') return field.kind.parts?.['currency'] === undefined ? 1 : 0
  return family === 'choice' || family === 'one' ? 2 : family === 'time' ? 3 : 4
}
