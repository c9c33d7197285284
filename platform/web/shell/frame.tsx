import { useHotkeys } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useLive } from '#platform/web/data/live.ts'
import { useModel } from '#platform/web/data/session.ts'
import { undoLast } from '#platform/web/data/undo.tsx'
import { CreateProvider } from '#platform/web/forms/create-provider.tsx'
import { t } from '#platform/web/language/t.ts'
import { useAddress, useChangeAddress } from './address.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Dialogs } from './dialogs.tsx'
import { LiveNote } from './live-note.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import classes from './frame.module.css'

const loadPalette = async () => ({ default: (await import('./palette.tsx')).Palette })
const loadPanel = async () => ({
  default: (await import('#platform/web/records/record/side-panel.tsx')).SidePanel,
})
const Palette = lazy(loadPalette)
const NavigationDrawer = lazy(async () => ({
  default: (await import('./navigation-drawer.tsx')).NavigationDrawer,
}))
const SidePanel = lazy(loadPanel)

/** Which half of the palette comes first. */
export type PaletteMode = 'search' | 'commands'

/** What stands around every screen. */
export function Frame() {
  const connection = useLive(useModel())
  const { open } = useAddress()
  const change = useChangeAddress()
  const [palette, setPalette] = useState<PaletteMode | null>(null)
  const [drawer, setDrawer] = useState(false)
  // Fetched once the screen stands, so that the first letters typed into the palette are not lost.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadPanel()]), 1500)
    return () => clearTimeout(timer)
  }, [])
  useHotkeys([
    ['/', () => setPalette('search')],
    ['c', () => change({ create: '' })],
    ['mod+Z', () => void undoLast()],
  ])
  useHotkeys([['mod+K', () => setPalette((now) => (now === null ? 'commands' : null))]], [])
  return (
    <CreateProvider>
      <div className={classes.frame}>
        <a className={classes.skip} href="#main">
          {t('Skip to content')}
        </a>
        <nav className={classes.sidebar} aria-label={t('Areas')}>
          <Sidebar />
        </nav>
        <div className={classes.body}>
          <TopBar openPalette={setPalette} openDrawer={() => setDrawer(true)} connection={connection} />
          <LiveNote connection={connection} />
          <div className={classes.stage}>
            <main id="main" className={classes.main} tabIndex={-1}>
              <Outlet />
            </main>
            {open !== undefined && (
              <Suspense>
                <SidePanel key={open} path={open} />
              </Suspense>
            )}
          </div>
          <BottomBar openPalette={setPalette} openDrawer={() => setDrawer(true)} />
        </div>
        {drawer && (
          <Suspense>
            <NavigationDrawer opened close={() => setDrawer(false)} />
          </Suspense>
        )}
        {palette !== null && (
          <Suspense>
            <Palette mode={palette} close={() => setPalette(null)} />
          </Suspense>
        )}
        <Dialogs />
      </div>
    </CreateProvider>
  )
}
