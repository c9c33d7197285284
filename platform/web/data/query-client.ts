import { QueryClient } from '@tanstack/react-query'
import { Problem } from '#platform/objects/problem.ts'

/** Answers stay fresh until the live stream says otherwise; only what may pass is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      retry: (times, error) =>
        times < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
      retryDelay: (times) => 500 * 2 ** times,
    },
  },
})
