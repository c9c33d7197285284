import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lowerFirst } from '#platform/objects/label.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { mayMake } from '#platform/web/shell/visible-objects.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import type { ListState } from './use-list.ts'

/** Says whether nothing is there at all or only nothing that fits, and offers the first step. */
export function EmptyList({ list }: { readonly list: ListState }) {
  const session = useSession()
  const change = useChangeAddress()
  const { object } = list
  const plural = lowerFirst(t(object.pluralLabel))
  const narrowed = list.q !== '' || Object.keys(list.where).length > 0
  if (narrowed) {
    return (
      <EmptyState
        icon="filter"
        title={t('No {objects} fit', { objects: plural })}
        text={
          list.q === ''
            ? t('The filter lets none through.')
            : t('None of them has “{words}”.', { words: list.q })
        }
      >
        <Button variant="default" onClick={() => list.change({ where: {}, q: '' })}>
          {t('Show all {objects}', { objects: plural })}
        </Button>
      </EmptyState>
    )
  }
  const mayCreate = mayMake(session, object)
  return (
    <EmptyState
      icon={object.icon}
      title={t('No {objects} yet', { objects: plural })}
      text={
        mayCreate
          ? t('Make the first one, or bring them from a file.')
          : t('They appear here as soon as there are some.')
      }
    >
      {mayCreate && (
        <>
          <Button onClick={() => change({ create: object.name })}>
            {t('New {object}', { object: lowerFirst(t(object.label)) })}
          </Button>
          <Button component={Link} to={`/${object.plural}/import`} variant="default">
            {t('Import a file')}
          </Button>
        </>
      )}
    </EmptyState>
  )
}
