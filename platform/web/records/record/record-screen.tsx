import { useNavigate } from '@tanstack/react-router'
import { useModel } from '#platform/web/data/session.ts'
import { usePath } from '#platform/web/shell/address.ts'
import { NotFound } from '#platform/web/shell/not-found.tsx'
import { RecordView } from './record-view.tsx'

/** A record on a page of its own. */
export function RecordScreen() {
  const { plural, id } = usePath()
  const model = useModel()
  const navigate = useNavigate()
  const object = [...model.objects.values()].find((one) => one.plural === plural)
  if (object === undefined || id === undefined) return <NotFound />
  return (
    <RecordView
      key={id}
      object={object}
      id={id}
      whole
      gone={() => void navigate({ to: `/${object.plural}` })}
      go={(next) => void navigate({ to: `/${object.plural}/${next}` })}
    />
  )
}
