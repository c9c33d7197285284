import { Alert, Button } from '@mantine/core'
import type { ObjectModel } from '#platform/objects/model.ts'
import { restoreRecord } from '#platform/web/data/changes.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain } from '#platform/web/data/undo.tsx'
import { lowerFirst } from '#platform/objects/label.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'

/** Above a record that lies in the bin: since when, and the way back. */
export function DeletedNote({
  object,
  record,
}: {
  readonly object: ObjectModel
  readonly record: AnyRecord
}) {
  const session = useSession()
  if (!record['deleted_at']) return null
  const { locale, zone } = reader()
  const when = new Date(record['deleted_at']).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  return (
    <Alert
      role="status"
      color="orange"
      variant="light"
      radius={0}
      py={8}
      icon={<Icon name="trash-2" />}
      title={t('This {object} is in the bin since {when}.', { object: lowerFirst(t(object.label)), when })}
    >
      {session.may(object, 'delete') && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void restoreRecord(object, record.id).catch(complain)}
        >
          {t('Restore')}
        </Button>
      )}
    </Alert>
  )
}
