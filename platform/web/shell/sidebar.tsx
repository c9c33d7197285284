import { useLocalStorage } from '@mantine/hooks'
import { useSession, type Area } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { Logo } from '#platform/web/ui/logo.tsx'
import { usePath } from './address.ts'
import { NavLink } from './nav-link.tsx'
import { useFavourites, useRecent } from './remembered.ts'
import { visibleObjects } from './visible-objects.ts'
import classes from './sidebar.module.css'

/** Areas with their objects, favourites, and what was seen last. `gone` is told when a place was chosen. */
export function Sidebar({ gone }: { readonly gone?: () => void }) {
  const session = useSession()
  const favourites = useFavourites()
  const recent = useRecent()
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.name}>{session.workspace.name}</span>
      </div>
      <div className={classes.scroll}>
        {favourites.places.length > 0 && (
          <Group title={t('Favourites')} name="favourites">
            {favourites.places.map((place) => (
              <NavLink key={place.href} {...place} gone={gone} />
            ))}
          </Group>
        )}
        {session.modules.map((area) => (
          <AreaGroup key={area.name} area={area} gone={gone} />
        ))}
        {recent.places.length > 0 && (
          <Group title={t('Recent')} name="recent">
            {recent.places.map((place) => (
              <NavLink key={place.href} {...place} gone={gone} />
            ))}
          </Group>
        )}
      </div>
    </div>
  )
}

function AreaGroup({ area, gone }: { readonly area: Area; readonly gone: (() => void) | undefined }) {
  const session = useSession()
  const { plural } = usePath()
  const objects = visibleObjects(session, area)
  if (objects.length === 0) return null
  return (
    <Group title={t(area.label)} name={area.name} held={objects.some((object) => object.plural === plural)}>
      {objects.map((object) => (
        <NavLink
          key={object.name}
          href={`/${object.plural}`}
          icon={object.icon}
          title={t(object.pluralLabel)}
          gone={gone}
        />
      ))}
    </Group>
  )
}

interface GroupProps {
  readonly title: string
  readonly name: string
  /** Stays open: it holds the place where the person is. */
  readonly held?: boolean
  readonly children: React.ReactNode
}

function Group({ title, name, held = false, children }: GroupProps) {
  const [closed, setClosed] = useLocalStorage({
    key: `rapport:closed:${name}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const open = held || !closed
  return (
    <section className={classes.group}>
      <button type="button" className={classes.title} aria-expanded={open} onClick={() => setClosed(!closed)}>
        {title}
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
      </button>
      {open && <ul className={classes.links}>{children}</ul>}
    </section>
  )
}
