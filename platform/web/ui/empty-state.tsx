import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: string
  readonly title: string
  readonly text?: string
  readonly role?: 'alert' | 'status'
  /** The first step offered. */
  readonly children?: ReactNode
}

/** What stands where nothing is: what belongs here and the first step. */
export function EmptyState({ icon, title, text, role, children }: EmptyStateProps) {
  return (
    <div className={classes.empty} role={role}>
      <span className={classes.icon}>
        <Icon name={icon} size={22} />
      </span>
      <p className={classes.title}>{title}</p>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {children !== undefined && <div className={classes.steps}>{children}</div>}
    </div>
  )
}
