import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'

export function NotFound() {
  return (
    <EmptyState
      icon="compass"
      title={t('There is nothing at this address')}
      text={t('It may have been moved, or you may not see it.')}
    >
      <Button component={Link} to="/" variant="default">
        {t('Go to the start')}
      </Button>
    </EmptyState>
  )
}
