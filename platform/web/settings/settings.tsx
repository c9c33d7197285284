import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { createElement, lazy, Suspense, type ComponentType } from 'react'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { usePageTitle } from '#platform/web/ui/use-page-title.ts'
import { SettingsNavigation } from './settings-navigation.tsx'
import { SettingsOverview } from './settings-overview.tsx'
import { settingsPages, type SettingsPageProps } from './settings-pages.ts'
import classes from './settings.module.css'

const screens = new Map<string, ComponentType<SettingsPageProps>>(
  settingsPages.map((page) => [page.path, lazy(page.load)]),
)

/** Everything that administrators set up: pages on the left, the chosen one beside. */
export function Settings() {
  const { me } = useSession()
  const { _splat = '' } = useParams({ strict: false }) as { _splat?: string }
  const [path = '', ...rest] = _splat.split('/')
  const page = settingsPages.find((one) => one.path === path)
  const Screen = screens.get(path)
  usePageTitle(page === undefined ? t('Settings') : t(page.label))
  if (!me.administrator) {
    return (
      <EmptyState
        icon="shield"
        title={t('Settings are kept by administrators')}
        text={t('Ask one of them for a change, or for the right to make it yourself.')}
      />
    )
  }
  return (
    <div className={classes['frame']}>
      <SettingsNavigation current={path} />
      <div className={classes['page']}>
        {path === '' && <SettingsOverview />}
        {path !== '' && Screen === undefined && (
          <EmptyState icon="compass" title={t('There is no such page in the settings.')} />
        )}
        {Screen !== undefined && (
          <Suspense fallback={<Skeleton height={240} />}>
            {createElement(Screen, { key: path, rest: rest.join('/') })}
          </Suspense>
        )}
      </div>
    </div>
  )
}
