import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '#platform/web/data/session.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { reader } from '#platform/web/language/reader.ts'
import { selectionActions } from '../actions/offered-actions.ts'
import type { Selection } from '../grid/use-selection.ts'
import type { ListState } from '../list/use-list.ts'
import { BulkDialogs, type BulkTask } from './bulk-dialogs.tsx'
import { exportAddress } from './export-address.ts'
import classes from './bulk-bar.module.css'

interface BulkBarProps {
  readonly list: ListState
  readonly selection: Selection
  readonly rows: readonly AnyRecord[]
  /** How many fit the filter. */
  readonly count: number
}

/** What can be done with the chosen records, or with all that fit. */
export function BulkBar({ list, selection, rows, count }: BulkBarProps) {
  const session = useSession()
  const [task, setTask] = useState<BulkTask | null>(null)
  const { object } = list
  const size = selection.all ? count : selection.size
  const actions = selectionActions(session, object)
  const shown = size.toLocaleString(reader().locale)
  const mayChange = session.may(object, 'update') && !object.appendOnly
  const mayDelete = session.may(object, 'delete') && !object.appendOnly
  const mayMerge =
    !selection.all &&
    selection.size >= 2 &&
    selection.size <= 20 &&
    mayChange &&
    session.mayPerform(object, 'merge')
  const where = selection.all ? list.where : { id: selection.ids }
  return (
    <>
      <div className={classes.bar} role="toolbar" aria-label={t('With the chosen records')}>
        <strong className={classes.count}>{t('{count} chosen', { count: shown })}</strong>
        {!selection.all && selection.size === rows.length && count > rows.length && list.q === '' && (
          <Button size="compact-xs" variant="subtle" onClick={() => selection.chooseAll()}>
            {t('Choose all {count}', { count: count.toLocaleString(reader().locale) })}
          </Button>
        )}
        <span className={classes.tools}>
          {mayChange && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon name="pencil" size={14} />}
              onClick={() => setTask({ do: 'edit' })}
            >
              {t('Edit')}
            </Button>
          )}
          {mayChange && object.owned && (
            <Button
              size="compact-sm"
              variant="default"
              className={classes.wide}
              leftSection={<Icon name="user-plus" size={14} />}
              onClick={() => setTask({ do: 'edit', field: 'owner' })}
            >
              {t('Assign')}
            </Button>
          )}
          {mayMerge && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon name="git-merge" size={14} />}
              onClick={() => setTask({ do: 'merge' })}
            >
              {t('Merge')}
            </Button>
          )}
          {actions.length > 0 && (
            <Menu position="top-start">
              <Menu.Target>
                <Button size="compact-sm" variant="default" leftSection={<Icon name="zap" size={14} />}>
                  {t('Actions')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {actions.map((action) => (
                  <Menu.Item
                    key={action.name}
                    leftSection={<Icon name={action.icon} />}
                    onClick={() => setTask({ do: 'act', action })}
                  >
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          {session.mayPerform(object, 'export') && (
            <Button
              size="compact-sm"
              variant="default"
              className={classes.wide}
              component="a"
              href={exportAddress(list, where)}
              download
              leftSection={<Icon name="download" size={14} />}
            >
              {t('Export')}
            </Button>
          )}
          {mayDelete && (
            <Button
              size="compact-sm"
              variant="default"
              color="red"
              leftSection={<Icon name="trash-2" size={14} />}
              onClick={() => setTask({ do: 'delete' })}
            >
              {t('Delete')}
            </Button>
          )}
        </span>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('Choose none')}
          onClick={() => selection.clear()}
        >
          <Icon name="x" size={15} />
        </Button>
      </div>
      {task !== null && (
        <BulkDialogs
          task={task}
          list={list}
          ids={selection.all ? undefined : selection.ids}
          count={size}
          rows={rows.filter((row) => selection.has(row.id))}
          close={(done) => {
            setTask(null)
            if (done) selection.clear()
          }}
        />
      )}
    </>
  )
}
