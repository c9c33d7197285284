import { useNavigate } from '@tanstack/react-router'
import type { Model } from '#platform/objects/model.ts'
import type { Hit } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { recordPath } from './address.ts'
import type { Command } from './commands.ts'

/** What the search found, as rows of the palette. */
export function useHits(hits: readonly Hit[], model: Model): readonly Command[] {
  const navigate = useNavigate()
  return hits.flatMap((hit) => {
    const object = model.objects.get(hit.object)
    if (object === undefined) return []
    const detail = [hit.subtitle, t(object.label)].filter(Boolean).join(' · ')
    return {
      key: `hit:${hit.id}`,
      group: t('Records'),
      icon: object.icon,
      title: hit.title ?? t('Untitled'),
      detail,
      perform: () => void navigate({ to: recordPath(object.plural, hit.id) }),
    }
  })
}
