import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { formSections } from '#platform/web/forms/form-fields.ts'
import { useVisible } from '#platform/web/forms/use-visible.ts'
import { t } from '#platform/web/language/t.ts'
import { DetailRow } from './detail-row.tsx'
import classes from './record.module.css'

/** All values in the object's sections; each is edited where it stands. */
export function RecordDetails({
  object,
  record,
}: {
  readonly object: ObjectModel
  readonly record: AnyRecord
}) {
  const session = useSession()
  const own = session
    .fieldsOf(object)
    .filter((field) => field.kind.internal !== true && !hidden.has(field.name))
  const visible = useVisible(object, own, record)
  const shown = own.filter(
    (field) => visible(field) && !(field.options.retired === true && record[field.name] === null),
  )
  return (
    <>
      {formSections(object, shown).map((section) => (
        <section key={section.label ?? ''} className={classes.section}>
          {section.label !== null && <h2 className={classes.heading}>{t(section.label)}</h2>}
          <dl className={classes.list}>
            {section.fields.map((field) => (
              <DetailRow key={field.name} object={object} record={record} field={field} />
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

const hidden = new Set(['version', 'deleted_at', 'id', 'customer'])
