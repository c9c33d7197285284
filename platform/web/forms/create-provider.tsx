import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import type { Link } from '#platform/objects/define-object.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import { offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { CreateContext, type Create } from './create-context.ts'
import type { FormValues } from './first-values.ts'

const CreateDialog = lazy(async () => ({ default: (await import('./create-dialog.tsx')).CreateDialog }))

interface Opened {
  readonly key: number
  readonly object: ObjectModel
  readonly values: FormValues | undefined
  readonly answer: (made: Link | null) => void
}

let count = 0

/** Lets whatever stands inside open the short form of any object, also from within such a form. */
export function CreateProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<readonly Opened[]>([])
  const create = useCallback<Create>(
    (object, values) =>
      new Promise((answer) => {
        setOpened((before) => [...before, { key: ++count, object, values, answer }])
      }),
    [],
  )
  const close = (one: Opened, made: Link | null) => {
    setOpened((before) => before.filter((other) => other.key !== one.key))
    one.answer(made)
  }
  return (
    <CreateContext value={create}>
      {children}
      {opened.map((one) => (
        <Suspense key={one.key}>
          <CreateDialog
            object={one.object}
            values={one.values}
            onClose={() => close(one, null)}
            onCreated={(record, change) => {
              const title = titleOf(one.object, record)
              offerUndo(change, t('Created “{title}”.', { title }))
              close(one, { id: record.id, title })
            }}
          />
        </Suspense>
      ))}
    </CreateContext>
  )
}
