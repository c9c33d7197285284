import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { usePath } from '#platform/web/shell/address.ts'
import { NotFound } from '#platform/web/shell/not-found.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { usePageTitle } from '#platform/web/ui/use-page-title.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { Board } from '../board/lazy-board.tsx'
import { FilterBar } from '../filters/filter-bar.tsx'
import { ListBar } from './list-bar.tsx'
import { TableScreen } from './table-screen.tsx'
import { useList } from './use-list.ts'
import classes from './list-screen.module.css'

/** The records of an object, as a table or a board. */
export function ListScreen() {
  const { plural } = usePath()
  const session = useSession()
  const object = [...session.model.objects.values()].find((one) => one.plural === plural)
  if (object === undefined) return <NotFound />
  if (!session.may(object, 'read')) {
    return (
      <EmptyState
        icon="lock"
        title={t('You may not see this')}
        text={t('Ask an administrator if you need it.')}
      />
    )
  }
  return <ObjectList key={object.name} object={object} />
}

function ObjectList({ object }: { readonly object: ObjectModel }) {
  const list = useList(object)
  usePageTitle(t(object.pluralLabel))
  return (
    <div className={classes.screen}>
      <ListBar list={list} />
      <FilterBar list={list} />
      {list.layout === 'board' && list.group !== undefined ? (
        <Board list={list} />
      ) : (
        <TableScreen list={list} />
      )}
    </div>
  )
}
