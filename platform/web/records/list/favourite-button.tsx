import { ActionIcon, Tooltip } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { t } from '#platform/web/language/t.ts'
import { useFavourites } from '#platform/web/shell/remembered.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListState } from './use-list.ts'

/** Keeps what is seen now in the navigation: view, filter and all. */
export function FavouriteButton({ list }: { readonly list: ListState }) {
  const { href } = useLocation()
  const favourites = useFavourites()
  const kept = favourites.has(href)
  const title = list.view === list.views[0] ? t(list.object.pluralLabel) : list.view.label
  const label = kept ? t('Take out of the favourites') : t('Keep as a favourite')
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={kept}
        color={kept ? 'petrol' : 'gray'}
        onClick={() => favourites.toggle({ href, title, icon: list.object.icon })}
      >
        <Icon name={kept ? 'bookmark' : 'star'} />
      </ActionIcon>
    </Tooltip>
  )
}
