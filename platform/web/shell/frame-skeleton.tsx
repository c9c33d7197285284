import { Skeleton, Stack } from '@mantine/core'
import classes from './frame.module.css'

export function FrameSkeleton() {
  return (
    <div className={classes.frame} aria-busy="true">
      <div className={classes.sidebar}>
        <Stack gap="xs" p="md">
          {[...Array(9).keys()].map((row) => (
            <Skeleton key={row} h={14} w={`${78 - ((row * 17) % 40)}%`} mt={6} />
          ))}
        </Stack>
      </div>
      <div className={classes.body}>
        <div style={{ height: 'var(--bar-height)' }} />
        <div className={classes.stage} />
      </div>
    </div>
  )
}
