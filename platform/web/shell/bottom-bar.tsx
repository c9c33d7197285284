import { Link } from '@tanstack/react-router'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { useChangeAddress } from './address.ts'
import type { PaletteMode } from './frame.tsx'
import { useFavourites } from './remembered.ts'
import { visibleObjects } from './visible-objects.ts'
import classes from './bottom-bar.module.css'

interface BottomBarProps {
  readonly openPalette: (mode: PaletteMode) => void
  readonly openDrawer: () => void
}

/** On a phone: what the thumb reaches. */
export function BottomBar({ openPalette, openDrawer }: BottomBarProps) {
  const session = useSession()
  const change = useChangeAddress()
  const favourite = useFavourites().places[0]
  const first = session.modules.flatMap((area) => visibleObjects(session, area))[0]
  return (
    <div className={classes.bar}>
      <button type="button" onClick={openDrawer}>
        <Icon name="menu" size={20} />
        {t('Areas')}
      </button>
      {first !== undefined && (
        <Link to={favourite?.href ?? `/${first.plural}`} search={{} as never}>
          <Icon name={favourite?.icon ?? first.icon} size={20} />
          {favourite?.title ?? t(first.pluralLabel)}
        </Link>
      )}
      <button
        type="button"
        className={classes.create}
        aria-label={t('Create')}
        onClick={() => change({ create: '' })}
      >
        <span>
          <Icon name="plus" size={22} />
        </span>
      </button>
      <button type="button" onClick={() => openPalette('search')}>
        <Icon name="search" size={20} />
        {t('Search')}
      </button>
      <button type="button" onClick={() => openPalette('commands')}>
        <Icon name="zap" size={20} />
        {t('Commands')}
      </button>
    </div>
  )
}
