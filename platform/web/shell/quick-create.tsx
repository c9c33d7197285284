import { Modal, UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ObjectModel } from '#platform/objects/model.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { keyOf } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { CreateDialog } from '#platform/web/forms/create-dialog.tsx'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { useAddress, useChangeAddress } from './address.ts'
import { creatableObjects } from './visible-objects.ts'
import classes from './quick-create.module.css'

/** The form of a new record; without an object it first asks which. */
export function QuickCreate({ object }: { readonly object: ObjectModel | undefined }) {
  const session = useSession()
  const address = useAddress()
  const change = useChangeAddress()
  const navigate = useNavigate()
  const close = (): void => change({ create: undefined, with: undefined }, { replace: true })
  if (object !== undefined) {
    return (
      <CreateDialog
        key={object.name}
        object={object}
        values={address.with}
        onClose={close}
        onCreated={(record, made) => {
          void queryClient.invalidateQueries({ queryKey: keyOf(object) })
          offerUndo(made, t('{title} created.', { title: titleOf(object, record) }))
          if (address.with === undefined)
            void navigate({
              to: '.',
              search: ((before: object) => ({
                ...before,
                create: undefined,
                with: undefined,
                open: `${object.plural}/${record.id}`,
              })) as never,
              replace: true,
            })
          else close()
        }}
      />
    )
  }
  return (
    <Modal opened onClose={close} title={t('Create')} size={440}>
      <div className={classes.grid}>
        {creatableObjects(session).map((one, at) => (
          <UnstyledButton
            key={one.name}
            className={classes.choice}
            {...(at === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => change({ create: one.name }, { replace: true })}
          >
            <Icon name={one.icon} size={17} />
            {t(one.label)}
          </UnstyledButton>
        ))}
      </div>
    </Modal>
  )
}
