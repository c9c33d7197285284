import { Link, useLocation } from '@tanstack/react-router'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { Place } from './remembered.ts'
import classes from './sidebar.module.css'

/** A place in the navigation; marked when the person is there. */
export function NavLink({ href, icon, title, gone }: Place & { readonly gone: (() => void) | undefined }) {
  const { pathname, href: here } = useLocation()
  const [path, search] = href.split('?')
  const current = search === undefined ? pathname === path || pathname.startsWith(`${path}/`) : here === href
  return (
    <li>
      <Link
        to={path!}
        {...(search === undefined ? { search: {} as never } : { search: searchOf(search) as never })}
        className={classes.link}
        activeOptions={{ exact: true }}
        aria-current={current ? 'page' : undefined}
        title={title}
        onClick={gone}
      >
        <Icon name={icon} size={15} />
        <span>{title}</span>
      </Link>
    </li>
  )
}

/** As the router writes them: JSON where it can be read as JSON, else text. */
function searchOf(text: string): Record<string, unknown> {
  const read = (value: string): unknown => {
    try {
      return JSON.parse(value)
    } catch {
      return value
    }
  }
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, read(value)]))
}
