import type { ReactNode } from 'react'
import classes from './view.module.css'

interface LinkCellProps {
  readonly href: string
  readonly children: ReactNode
  /** Opens beside the app. */
  readonly away?: boolean
}

/** A way out of a cell: the click goes to the address and not to the row. */
export function LinkCell({ href, children, away }: LinkCellProps) {
  return (
    <a
      className={`${classes['text']} ${classes['link']}`}
      href={href}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
      {...(away === true ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
    >
      {children}
    </a>
  )
}
