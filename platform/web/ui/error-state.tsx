import { Button } from '@mantine/core'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from './empty-state.tsx'

/** Says what went wrong and what to do; never a blank screen. */
export function ErrorState({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  return (
    <EmptyState icon="cloud-off" title={t('This could not be shown')} text={sentenceOf(error)} role="alert">
      {again !== undefined && (
        <Button variant="default" onClick={again}>
          {t('Try again')}
        </Button>
      )}
    </EmptyState>
  )
}
