import type { Context } from '#platform/server/context.ts'

/** The day it is for whoever acts, `2026-11-22`. */
export function today({ now, actor }: Pick<Context, 'now' | 'actor'>): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(actor.zone)
    .toPlainDate()
    .toString()
}
