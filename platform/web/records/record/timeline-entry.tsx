import { lowerFirst } from '#platform/objects/label.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import type { Happening } from '#platform/web/data/queries.ts'
import { useModel } from '#platform/web/data/session.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { isEmpty, ShowValue } from '../show-value.tsx'
import classes from './timeline.module.css'

interface TimelineEntryProps {
  readonly entry: Happening
  readonly object: ObjectModel
  readonly id: string
}

const shownChanges = 6

/** “Darcel changed stage from Engaging to Won.” */
export function TimelineEntry({ entry, object, id }: TimelineEntryProps) {
  const model = useModel()
  const change = useChangeAddress()
  const about = model.objects.get(entry.object) ?? object
  const elsewhere = entry.record.id !== id
  const fields = Object.entries(entry.changes).flatMap(([name, [before, after]]) => {
    const field = about.fields.get(name)
    return field === undefined || silent.has(name) ? [] : [{ field, before, after }]
  })
  // What a rule sets along with a value is told only where nothing else is.
  const chosen = fields.filter(({ field }) => field.options.read_only !== true)
  const changed = entry.verb !== 'updated' ? [] : chosen.length > 0 ? chosen : fields
  const { locale, zone } = reader()
  const at = new Date(entry.at)
  return (
    <li className={classes.entry}>
      <span className={classes.mark}>
        <Icon name={markOf(entry, about)} size={13} />
      </span>
      <div className={classes.what}>
        <p>
          <strong>{entry.actor?.title ?? sourceName(entry.source)}</strong>{' '}
          {verbText(entry, changed.length, elsewhere ? about : undefined)}{' '}
          {elsewhere && (
            <button
              type="button"
              className={classes.record}
              onClick={() => change({ open: `${about.plural}/${entry.record.id}` })}
            >
              {entry.record.title ?? t(about.label)}
            </button>
          )}
          {changed.length === 1 && elsewhere && ': '}
          {changed.length === 1 && <OneChange {...changed[0]!} />}
        </p>
        {changed.length > 1 && (
          <ul className={classes.changes}>
            {changed.slice(0, shownChanges).map((one) => (
              <li key={one.field.name}>
                <OneChange {...one} />
              </li>
            ))}
            {changed.length > shownChanges && (
              <li>{t('and {count} more', { count: changed.length - shownChanges })}</li>
            )}
          </ul>
        )}
      </div>
      <time
        className={classes.time}
        dateTime={entry.at}
        title={at.toLocaleString(locale, { timeZone: zone })}
      >
        {at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })}
      </time>
    </li>
  )
}

const silent = new Set(['version', 'updated_at', 'updated_by', 'created_at', 'created_by', 'id'])

function OneChange({
  field,
  before,
  after,
}: {
  readonly field: FieldModel
  readonly before: Json
  readonly after: Json
}) {
  const label = <span className={classes.field}>{t(field.label)}</span>
  if (isEmpty(after))
    return (
      <>
        {label} {t('emptied, was')} <Value field={field} value={before} />
      </>
    )
  if (isEmpty(before))
    return (
      <>
        {label} {t('to')} <Value field={field} value={after} />
      </>
    )
  return (
    <>
      {label} {t('from')} <Value field={field} value={before} /> {t('to')}{' '}
      <Value field={field} value={after} />
    </>
  )
}

const Value = ({ field, value }: { readonly field: FieldModel; readonly value: Json }) => (
  <span className={classes.value}>
    <ShowValue field={field} value={value} />
  </span>
)

function verbText({ verb }: Happening, changes: number, about: ObjectModel | undefined): string {
  const object = about === undefined ? '' : lowerFirst(t(about.label))
  if (about !== undefined && verb === 'created') return t('added the {object}', { object })
  if (about !== undefined && verb === 'deleted') return t('deleted the {object}', { object })
  if (about !== undefined && verb === 'updated') return t('changed the {object}', { object })
  const known: Record<string, string> = {
    created: t('created this'),
    deleted: t('deleted this'),
    restored: t('restored this'),
    merged: t('merged another record into this'),
    purged: t('removed this for good'),
  }
  if (verb === 'updated')
    return changes === 1 ? t('changed') : t('changed {count} values', { count: changes })
  return known[verb] ?? verb.replaceAll('_', ' ')
}

const sourceName = (source: string): string =>
  source === 'import' ? t('An import') : source === 'automation' ? t('An automation') : t('The system')

function markOf({ verb }: Happening, about: ObjectModel): string {
  const marks: Record<string, string> = {
    created: 'plus',
    updated: 'pencil',
    deleted: 'trash-2',
    restored: 'undo-2',
    merged: 'git-merge',
  }
  return marks[verb] ?? about.icon
}
