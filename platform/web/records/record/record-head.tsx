import { ActionIcon, Button, CopyButton, Menu, Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { removeRecord, titleOf } from '#platform/web/data/changes.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { recordPath, useChangeAddress } from '#platform/web/shell/address.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { offeredActions } from '../actions/offered-actions.ts'
import { useActionRecord } from '../actions/use-action-record.ts'
import { KeyFigures } from './key-figures.tsx'
import { neighbours } from './neighbours.ts'
import type { RecordViewProps } from './record-view.tsx'
import classes from './record.module.css'

export function RecordHead({
  object,
  record,
  whole = false,
  close,
  gone,
  go,
}: RecordViewProps & { readonly record: AnyRecord }) {
  const session = useSession()
  const change = useChangeAddress()
  const actions = offeredActions(session, object, useActionRecord(object, record))
  const { before, after } = neighbours(object, record.id)
  const path = recordPath(object.plural, record.id)
  const mayDelete = (record.can?.delete ?? session.may(object, 'delete')) && !object.appendOnly
  const act = (name: string): void => change({ act: `${object.plural}/${record.id}/${name}` })
  return (
    <header className={classes.head}>
      <div className={classes.row}>
        {whole && (
          <Link to={`/${object.plural}`} className={classes.crumb}>
            <Icon name={object.icon} size={15} />
            {t(object.pluralLabel)}
          </Link>
        )}
        {!whole && (
          <span className={classes.crumb}>
            <Icon name={object.icon} size={15} />
            {t(object.label)}
          </span>
        )}
        <span className={classes.tools}>
          <ActionIcon
            aria-label={t('Previous in the list')}
            disabled={before === undefined}
            onClick={() => before && go(before)}
          >
            <Icon name="arrow-up" size={15} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('Next in the list')}
            disabled={after === undefined}
            onClick={() => after && go(after)}
          >
            <Icon name="arrow-down" size={15} />
          </ActionIcon>
          <CopyButton value={`${location.origin}${path}`}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? t('Copied') : t('Copy link')}>
                <ActionIcon aria-label={t('Copy link')} onClick={copy}>
                  <Icon name={copied ? 'check' : 'link'} size={15} />
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
          {!whole && (
            <ActionIcon component={Link} to={path} aria-label={t('Open the whole page')}>
              <Icon name="external-link" size={15} />
            </ActionIcon>
          )}
          {mayDelete && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('More')}>
                  <Icon name="ellipsis" size={15} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  color="red"
                  leftSection={<Icon name="trash-2" />}
                  onClick={() => void removeRecord(object, record).then(gone, complain)}
                >
                  {t('Delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {close !== undefined && (
            <ActionIcon aria-label={t('Close')} onClick={close}>
              <Icon name="x" size={16} />
            </ActionIcon>
          )}
        </span>
      </div>
      <div className={classes.row}>
        <h1 className={classes.title}>{titleOf(object, record)}</h1>
        <span className={classes.actions}>
          {actions.slice(0, 2).map((action, at) => (
            <Button
              key={action.name}
              size="compact-sm"
              variant={at === 0 ? 'filled' : 'default'}
              leftSection={<Icon name={action.icon} size={14} />}
              onClick={() => act(action.name)}
            >
              {action.label}
            </Button>
          ))}
          {actions.length > 2 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  rightSection={<Icon name="chevron-down" size={13} />}
                >
                  {t('Actions')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {actions.slice(2).map((action) => (
                  <Menu.Item
                    key={action.name}
                    leftSection={<Icon name={action.icon} />}
                    onClick={() => act(action.name)}
                  >
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </div>
      <KeyFigures object={object} record={record} />
    </header>
  )
}
