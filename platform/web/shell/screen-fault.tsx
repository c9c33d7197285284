import type { ErrorComponentProps } from '@tanstack/react-router'
import { Problem } from '#platform/objects/problem.ts'
import { ErrorState } from '#platform/web/ui/error-state.tsx'
import { NotFound } from './not-found.tsx'

/** A screen that could not be drawn; the frame around it stays. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return <ErrorState error={error} again={reset} />
}
