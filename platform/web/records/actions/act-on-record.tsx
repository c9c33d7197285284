import { useQuery } from '@tanstack/react-query'
import { titleOf } from '#platform/web/data/changes.ts'
import { client, type AnyRecord } from '#platform/web/data/client.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { useSession } from '#platform/web/data/session.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { ActionDialog } from '#platform/web/forms/action-dialog.tsx'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { offeredActions } from './offered-actions.ts'

/** The form of a declared action on one record: `opportunities/<id>/win`. */
export function ActOnRecord({ path }: { readonly path: string }) {
  const session = useSession()
  const change = useChangeAddress()
  const [plural, id = '', name] = path.split('/')
  const object = [...session.model.objects.values()].find((one) => one.plural === plural)
  const action =
    object === undefined ? undefined : offeredActions(session, object).find((one) => one.name === name)
  const close = (): void => change({ act: undefined }, { replace: true })
  const { data: record } = useQuery({
    queryKey: keyOf(object ?? session.model.objects.values().next().value!, 'one', id),
    queryFn: () => client.read(object!, id) as Promise<AnyRecord>,
    enabled: action !== undefined,
  })
  if (object === undefined || action === undefined || record === undefined) return null
  return (
    <ActionDialog
      action={action.declaration}
      object={object}
      target={{ id }}
      record={record}
      onClose={close}
      onDone={(_answer, made) => {
        offerUndo(
          made,
          t('{title}: {action}', { title: titleOf(object, record), action: action.label.toLowerCase() }),
        )
        close()
      }}
    />
  )
}
