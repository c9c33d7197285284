import { lazy, Suspense } from 'react'
import { useModel } from '#platform/web/data/session.ts'
import { useAddress } from './address.ts'

const QuickCreate = lazy(async () => ({ default: (await import('./quick-create.tsx')).QuickCreate }))

/** Dialogs that an address opens: `?create=company` can be sent as a link. */
export function Dialogs() {
  const model = useModel()
  const { create } = useAddress()
  if (create === undefined) return null
  return <Suspense><QuickCreate object={model.objects.get(create)} /></Suspense>
}
