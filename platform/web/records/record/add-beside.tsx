import { Button } from '@mantine/core'
import type { ObjectModel } from '#platform/objects/model.ts'
import { titleOf } from '#platform/web/data/changes.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { mayMake } from '#platform/web/shell/visible-objects.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import classes from './timeline.module.css'

const most = 5

/** What people write down about a record: the objects that point to it and concern a customer. */
export function AddBeside({ object, record }: { readonly object: ObjectModel; readonly record: AnyRecord }) {
  const session = useSession()
  const change = useChangeAddress()
  const offered = [...object.children.values()].flatMap(({ object: name, field }) => {
    const child = session.model.objects.get(name)
    return child === undefined ||
      child.setup ||
      !child.customer ||
      child.title.kind.computed === true ||
      !mayMake(session, child) ||
      child.fields.get(field)?.relation?.many === true
      ? []
      : [{ child, field }]
  })
  const once = offered
    .filter((one, at) => offered.findIndex((other) => other.child === one.child) === at)
    .slice(0, most)
  if (once.length === 0) return null
  const link = { id: record.id, title: titleOf(object, record) }
  return (
    <div className={classes.add}>
      {once.map(({ child, field }) => (
        <Button
          key={child.name}
          size="compact-sm"
          variant="default"
          leftSection={<Icon name={child.icon} size={14} />}
          onClick={() => change({ create: child.name, with: { [field]: link } })}
        >
          {t(child.label)}
        </Button>
      ))}
    </div>
  )
}
