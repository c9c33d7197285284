import type { Connection } from '#platform/web/data/live.ts'
import { t } from '#platform/web/language/t.ts'

/** Tells a screen reader when the line goes down and when it is back. */
export function LiveNote({ connection }: { readonly connection: Connection }) {
  return (
    <span className="visually-hidden" aria-live="polite">
      {connection === 'lost' ? t('The connection to the server is lost.') : ''}
    </span>
  )
}
