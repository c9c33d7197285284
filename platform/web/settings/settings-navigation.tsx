import { Link } from '@tanstack/react-router'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { settingsPages } from './settings-pages.ts'
import { setupObjects } from './setup-objects.ts'
import classes from './settings.module.css'

/** Pages by group, then the lists that administrators keep: pipelines, stages, reasons … */
export function SettingsNavigation({ current }: { readonly current: string }) {
  const lists = setupObjects(useModel(), useSession())
  const groups = [...new Set(settingsPages.map((page) => page.group))]
  return (
    <nav className={classes['navigation']} aria-label={t('Settings')}>
      {groups.map((group) => (
        <div key={group} className={classes['group']}>
          <p className={classes['groupName']}>{t(group)}</p>
          {settingsPages
            .filter((page) => page.group === group)
            .map((page) => (
              <Link
                key={page.path}
                to={`/settings/${page.path}` as string}
                className={classes['link'] ?? ''}
                aria-current={page.path === current ? 'page' : undefined}
              >
                <Icon name={page.icon} size={15} />
                <span>{t(page.label)}</span>
              </Link>
            ))}
        </div>
      ))}
      {lists.length > 0 && (
        <div className={classes['group']}>
          <p className={classes['groupName']}>{t('Lists')}</p>
          {lists.map((object) => (
            <Link
              key={object.name}
              to={`/${object.plural}` as string}
              search={{} as never}
              className={classes['link'] ?? ''}
            >
              <Icon name={object.icon} size={15} />
              <span>{t(object.pluralLabel)}</span>
            </Link>
          ))}
        </div>
      )}
    </nav>
  )
}
