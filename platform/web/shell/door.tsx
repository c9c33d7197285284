import { Box, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '#platform/web/language/t.ts'
import { Logo } from '#platform/web/ui/logo.tsx'
import classes from './door.module.css'

interface DoorProps {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

/** What stands before the app: sign-in and set-up. */
export function Door({ title, lead, children }: DoorProps) {
  return (
    <div className={classes.door}>
      <aside className={classes.picture} aria-hidden="true">
        <svg viewBox="0 0 600 800" preserveAspectRatio="xMidYMid slice">
          <circle cx="190" cy="430" r="270" />
          <circle cx="430" cy="430" r="270" />
          <circle cx="190" cy="430" r="180" />
          <circle cx="430" cy="430" r="180" />
          <circle cx="190" cy="430" r="90" />
          <circle cx="430" cy="430" r="90" />
        </svg>
        <p>{t('Everyone sees the same customer.')}</p>
      </aside>
      <main className={classes.main}>
        <Box w="100%" maw={352}>
          <div className={classes.brand}>
            <Logo size={28} />
            <span>Rapport</span>
          </div>
          <Title order={1} fz={26} lh={1.2}>
            {title}
          </Title>
          <Text c="dimmed" mt={6} mb="lg">
            {lead}
          </Text>
          {children}
        </Box>
      </main>
    </div>
  )
}
