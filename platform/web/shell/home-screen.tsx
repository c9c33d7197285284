import { Navigate } from '@tanstack/react-router'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { useFavourites } from './remembered.ts'
import { visibleObjects } from './visible-objects.ts'

/** Where a person starts: the first favourite, else the first list they may see. */
export function HomeScreen() {
  const session = useSession()
  const favourite = useFavourites().places[0]
  const first = session.modules.flatMap((area) => visibleObjects(session, area))[0]
  if (favourite !== undefined) return <Navigate to={favourite.href} replace />
  if (first !== undefined) return <Navigate to={`/${first.plural}`} replace />
  return (
    <EmptyState
      icon="lock"
      title={t('Nothing to see yet')}
      text={t('Ask an administrator for a role that may read something.')}
    />
  )
}
