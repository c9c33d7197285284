import { lazy, Suspense } from 'react'
import { useModel } from '#platform/web/data/session.ts'
import { useAddress } from './address.ts'

const QuickCreate = lazy(async () => ({ default: (await import('./quick-create.tsx')).QuickCreate }))
const ActOnRecord = lazy(async () => ({
  default: (await import('#platform/web/records/actions/act-on-record.tsx')).ActOnRecord,
}))

/** Dialogs that an address opens: `?create=company` can be sent as a link. */
export function Dialogs() {
  const model = useModel()
  const { create, act } = useAddress()
  return (
    <Suspense>
      {create !== undefined && <QuickCreate object={model.objects.get(create)} />}
      {act !== undefined && <ActOnRecord key={act} path={act} />}
    </Suspense>
  )
}
