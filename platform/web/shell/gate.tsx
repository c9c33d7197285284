import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { Problem } from '#platform/objects/problem.ts'
import { buildSession } from '#platform/web/data/build-session.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { SessionContext } from '#platform/web/data/session.ts'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { Frame } from './frame.tsx'
import { FrameSkeleton } from './frame-skeleton.tsx'

const SetUp = lazy(async () => ({ default: (await import('./set-up.tsx')).SetUp }))
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))
const Invitation = lazy(async () => ({ default: (await import('./invitation.tsx')).Invitation }))

/** Lets in who is signed in; the address stays, so that a link leads there after signing in. */
export function Gate() {
  const { data, error, refetch } = useQuery(workspaceQuery)
  const session = useMemo(() => (data === undefined ? null : buildSession(data)), [data])
  const [, invitation] = /^\/invitation\/([^/]+)$/.exec(useLocation().pathname) ?? []
  if (invitation !== undefined)
    return (
      <Suspense>
        <Invitation token={invitation} />
      </Suspense>
    )
  if (error instanceof Problem && error.status === 401) {
    return <Suspense>{error.code === 'set_up' ? <SetUp /> : <SignIn demo={demoOf(error)} />}</Suspense>
  }
  if (session !== null) {
    return (
      <SessionContext value={session}>
        <Frame key={session.workspace.slug} />
      </SessionContext>
    )
  }
  if (error !== null) return <ErrorState error={error} again={() => void refetch()} />
  return <FrameSkeleton />
}

export interface Demo {
  readonly email: string
  readonly password: string
}

function demoOf(problem: Problem): Demo | undefined {
  const demo = problem.more['demo'] as Partial<Demo> | undefined
  return typeof demo?.email === 'string' && typeof demo.password === 'string' ? (demo as Demo) : undefined
}
