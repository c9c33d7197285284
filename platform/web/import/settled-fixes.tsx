import { CloseButton } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

/** What has been mended, so that it can be taken back. */
export function SettledFixes({ object, state }: { readonly object: ObjectModel; readonly state: Import }) {
  const model = useModel()
  const { fixes, mapping = {} } = state.plan
  const settled = Object.entries(fixes).flatMap(([column, values]) =>
    Object.entries(values).map(([value, replacement]) => {
      const to = object.fields.get(mapping[column]?.split('.')[0] ?? '')?.relation?.to
      return {
        column,
        value,
        replacement,
        target: to === undefined || !isId(replacement) ? undefined : model.object(to),
      }
    }),
  )
  const titles = useQueries({
    queries: settled.map(({ target, replacement }) => ({
      queryKey: ['import-title', target?.name ?? '', replacement],
      queryFn: () => client.read(target!, replacement!, [target!.title.name]),
      enabled: target !== undefined,
    })),
  })
  if (settled.length === 0) return null
  return (
    <ul className={classes['settled']}>
      {settled.map(({ column, value, replacement, target }, at) => (
        <li key={`${column} ${value}`}>
          <span>
            {t('{column}: “{value}” → {meaning}', {
              column,
              value,
              meaning:
                target === undefined
                  ? meaningOf(replacement)
                  : String((titles[at]?.data as AnyRecord | undefined)?.[target.title.name] ?? '…'),
            })}
          </span>
          <CloseButton
            size="xs"
            aria-label={t('Take back')}
            onClick={() => state.fix(column, value, undefined)}
          />
        </li>
      ))}
    </ul>
  )
}

const isId = (text: string | null): boolean => text !== null && /^[0-9a-f]{8}-/.test(text)

function meaningOf(replacement: string | null): string {
  if (replacement === null) return t('empty')
  if (replacement === '$create') return t('created')
  if (replacement === '$skip') return t('rows left out')
  return `“${replacement}”`
}
