import { Link } from '@tanstack/react-router'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { settingsPages } from './settings-pages.ts'
import classes from './settings.module.css'

export function SettingsOverview() {
  return (
    <>
      <h1 className={classes['title']}>{t('Settings')}</h1>
      <p className={classes['about']}>{t('What is changed here takes effect at once, for everyone.')}</p>
      <div className={classes['cards']}>
        {settingsPages.map((page) => (
          <Link key={page.path} to={`/settings/${page.path}` as string} className={classes['card'] ?? ''}>
            <Icon name={page.icon} size={20} />
            <span className={classes['cardLabel']}>{t(page.label)}</span>
            <span className={classes['cardAbout']}>{t(page.about)}</span>
          </Link>
        ))}
      </div>
    </>
  )
}
