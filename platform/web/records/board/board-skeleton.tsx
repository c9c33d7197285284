import { Skeleton } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import classes from './board.module.css'

export function BoardSkeleton() {
  return (
    <div className={classes.board} role="status" aria-label={t('Loading …')}>
      {[3, 5, 2, 4].map((cards, at) => (
        <div key={at} className={classes.column}>
          <Skeleton h={14} w="60%" mb={16} mt={8} />
          {[...Array(cards).keys()].map((card) => (
            <Skeleton key={card} h={78} mb={8} radius={8} />
          ))}
        </div>
      ))}
    </div>
  )
}
