import { Skeleton, Stack } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'

export function RecordSkeleton() {
  return (
    <Stack p="lg" gap="lg" role="status" aria-label={t('Loading …')}>
      <Skeleton h={22} w="45%" />
      <Skeleton h={14} w="70%" />
      {[...Array(8).keys()].map((row) => (
        <Skeleton key={row} h={12} w={`${82 - ((row * 19) % 43)}%`} />
      ))}
    </Stack>
  )
}
