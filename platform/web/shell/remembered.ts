import { useLocalStorage } from '@mantine/hooks'
import { useSession } from '#platform/web/data/session.ts'

export interface Place {
  readonly title: string
  readonly icon: string
  /** Path with its search, as in the address bar. */
  readonly href: string
}

const recentKept = 6

/** Kept in this browser, per person and workspace. */
function useKept(
  name: string,
): readonly [readonly Place[], (change: (places: readonly Place[]) => readonly Place[]) => void] {
  const { workspace, me } = useSession()
  const [value, setValue] = useLocalStorage<readonly Place[]>({
    key: `rapport:${workspace.slug}:${me.id}:${name}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  return [value, (change) => setValue((now) => change(now))]
}

export function useRecent() {
  const [places, change] = useKept('recent')
  return {
    places,
    visit: (place: Place) =>
      change((now) =>
        sameAsFirst(now, place)
          ? now
          : [place, ...now.filter((one) => one.href !== place.href)].slice(0, recentKept),
      ),
  }
}

export function useFavourites() {
  const [places, change] = useKept('favourites')
  return {
    places,
    has: (href: string) => places.some((one) => one.href === href),
    toggle: (place: Place) =>
      change((now) =>
        now.some((one) => one.href === place.href)
          ? now.filter((one) => one.href !== place.href)
          : [...now, place],
      ),
  }
}

const sameAsFirst = (now: readonly Place[], place: Place): boolean =>
  now[0]?.href === place.href && now[0].title === place.title
