import { useHotkeys } from '@mantine/hooks'
import { useModel } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { RecordView } from './record-view.tsx'
import classes from './side-panel.module.css'

/** A record beside the list it came from. Escape closes it. */
export function SidePanel({ path }: { readonly path: string }) {
  const model = useModel()
  const change = useChangeAddress()
  const [plural, id] = path.split('/')
  const object = [...model.objects.values()].find((one) => one.plural === plural)
  const close = (): void => change({ open: undefined })
  useHotkeys([['Escape', close]])
  if (object === undefined || id === undefined) return null
  return (
    <aside className={classes.panel} aria-label={t('{object} beside the list', { object: t(object.label) })}>
      <RecordView
        object={object}
        id={id}
        close={close}
        gone={close}
        go={(next) => change({ open: `${object.plural}/${next}` }, { replace: true })}
      />
    </aside>
  )
}
