import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#platform/web/data/query-client.ts'
import { router } from '#platform/web/shell/router.tsx'
import { theme, variables } from './theme.ts'

const Toasts = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

// Relative dates in filters and formulas count with it; most browsers have it by now.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

// A new version of the app has replaced the file that was asked for: begin anew with it, at most once a minute.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('rapport:reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('rapport:reloaded', String(Date.now()))
  location.reload()
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Toasts position="bottom-center" limit={4} />
        </Suspense>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
