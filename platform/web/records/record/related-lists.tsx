import type { ObjectModel } from '#platform/objects/model.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import classes from './related.module.css'
import { RelatedList } from './related-list.tsx'

/** What points to the record, most often looked at first: what the object's own area has. */
export function RelatedLists({
  object,
  record,
}: {
  readonly object: ObjectModel
  readonly record: AnyRecord
}) {
  const session = useSession()
  const lists = [...object.children.values()].flatMap((children) => {
    const child = session.model.objects.get(children.object)
    return child === undefined || child.setup || !session.may(child, 'read') ? [] : [{ children, child }]
  })
  return (
    <div className={classes.lists}>
      {lists.map(({ children, child }) => (
        <RelatedList key={children.name} children={children} child={child} parent={object} record={record} />
      ))}
    </div>
  )
}
