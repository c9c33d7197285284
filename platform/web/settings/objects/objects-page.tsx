import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import type { SettingsPageProps } from '../settings-pages.ts'
import { ObjectFields } from './object-fields.tsx'
import { ObjectList } from './object-list.tsx'

export default function ObjectsPage({ rest }: SettingsPageProps) {
  const object = useModel().objects.get(rest)
  if (rest === '') return <ObjectList />
  if (object === undefined) return <EmptyState icon="boxes" title={t('There is no such object.')} />
  return <ObjectFields key={object.name} object={object} />
}
