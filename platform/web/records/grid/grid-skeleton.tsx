import { Skeleton } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import classes from './grid.module.css'

export function GridSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label={t('Loading …')}>
      {[...Array(14).keys()].map((row) => (
        <Skeleton key={row} h={12} mb={22} w={`${96 - ((row * 13) % 31)}%`} />
      ))}
    </div>
  )
}
