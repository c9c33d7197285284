import type { ReactNode } from 'react'
import classes from './settings.module.css'

interface PageHeadProps {
  readonly title: ReactNode
  readonly about?: string
  /** Buttons at the right end. */
  readonly children?: ReactNode
}

export function PageHead({ title, about, children }: PageHeadProps) {
  return (
    <header className={classes['head']}>
      <div className={classes['headText']}>
        <h1 className={classes['title']}>{title}</h1>
        {about !== undefined && <p className={classes['about']}>{about}</p>}
      </div>
      {children !== undefined && <div className={classes['actions']}>{children}</div>}
    </header>
  )
}
