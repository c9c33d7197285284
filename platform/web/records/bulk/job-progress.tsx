import { Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isOver, jobQuery, type Job } from '#platform/web/data/queries.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'

interface JobProgressProps {
  readonly job: string
  readonly over: (job: Job) => void
}

export function JobProgress({ job, over }: JobProgressProps) {
  const { data } = useQuery(jobQuery(job))
  const ended = isOver(data)
  useEffect(() => {
    if (ended && data !== undefined) over(data)
    // Told once, when it ends.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ended])
  const done = data?.progress.done ?? 0
  const total = data?.progress.total ?? null
  const { locale } = reader()
  return (
    <>
      <Text fz="sm" mb={4}>
        {total === null
          ? t('Working …')
          : t('{done} of {total} done', {
              done: done.toLocaleString(locale),
              total: total.toLocaleString(locale),
            })}
      </Text>
      <Progress
        size="sm"
        value={total ? (100 * done) / total : 100}
        animated={!total}
        aria-label={t('Progress')}
      />
    </>
  )
}
