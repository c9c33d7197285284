import { sql } from 'kysely'
import { contextFor } from '../actions/context-for.ts'
import type { App } from '../app.ts'
import type { Workspace, WorkspaceSettings } from '../context.ts'
import { writeLog } from '../log/write-log.ts'
import type { Json } from '#platform/objects/json.ts'
import { invalid, type FieldError } from '#platform/objects/problem.ts'
import { announce } from '../schema/model-channel.ts'
import { lockedRow } from '../schema/workspace-row.ts'
import { refreshWorkspace } from '../schema/workspaces.ts'
import type { Doer } from './people.ts'

export type SettingsChange = Partial<WorkspaceSettings> & { readonly name?: string }

/** Changes a workspace's name and settings; every process knows them at once. @throws Problem 422 */
export async function changeSettings(
  app: App,
  doer: Doer,
  given: Readonly<Record<string, unknown>>,
): Promise<Workspace> {
  const { name, ...settings } = checkedSettings(given)
  await app.db.transaction().execute(async (db) => {
    const row = (await lockedRow(db, doer.workspace.id))!
    const before: Record<string, Json> = { name: row.name, ...row.settings }
    const after = { ...before, ...settings, ...(name === undefined ? {} : { name }) } as Record<string, Json>
    const { name: newName, ...newSettings } = after
    await sql`update rapport.workspace set name = ${newName}, settings = ${JSON.stringify(newSettings)}::jsonb,
      model_version = model_version + 1 where id = ${row.id}`.execute(db)
    const changes = Object.fromEntries(
      Object.keys(after)
        .filter((key) => before[key] !== after[key])
        .map((key) => [key, [before[key] ?? null, after[key]!] as const]),
    )
    const ctx = contextFor(app, doer.workspace, doer.actor, doer.source, { db })
    await writeLog(ctx, 'workspace', [{ record: row.id, verb: 'updated', customer: null, changes }])
    await announce(db, row.slug, row.modelVersion + 1)
  })
  await refreshWorkspace(doer.workspace)
  return app.workspace(doer.workspace.slug)
}

/** @throws Problem 422 with a message per member */
export function checkedSettings(given: Readonly<Record<string, unknown>>): SettingsChange {
  const errors: FieldError[] = Object.entries(given).flatMap(([field, value]) => {
    const check = checks[field]
    if (check === undefined)
      return [{ field, code: 'unknown_field', message: `There is no setting “${field}”.` }]
    return check.fits(value) ? [] : [{ field, code: 'unfit', message: check.say }]
  })
  if (errors.length > 0) throw invalid(errors)
  return given as SettingsChange
}

const whole = (from: number, to: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to
const currencies = new Set(Intl.supportedValuesOf('currency'))

const checks: Readonly<Record<string, { readonly fits: (value: unknown) => boolean; readonly say: string }>> =
  {
    name: {
      fits: (value) =>
        typeof value === 'string' && value.trim() !== '' && value.length <= 100 && !value.includes('\u0000'),
      say: 'Give a name of up to 100 characters.',
    },
    currency: {
      fits: (value) => currencies.has(value as string),
      say: 'Give a currency as three letters, such as EUR.',
    },
    zone: { fits: isZone, say: 'Give a time zone such as Europe/Berlin.' },
    locale: { fits: isLocale, say: 'Give a language such as en-GB or de.' },
    country: {
      fits: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
      say: 'Give a country as two letters, such as DE.',
    },
    fiscal_start: { fits: whole(1, 12), say: 'Give the month in which the fiscal year begins, 1 to 12.' },
    week_start: { fits: whole(1, 7), say: 'Give the day on which the week begins, 1 (Monday) to 7.' },
  }

function isZone(value: unknown): boolean {
  try {
    if (typeof value !== 'string' || value === '') return false
    new Intl.DateTimeFormat('en', { timeZone: value }).format()
    return true
  } catch {
    return false
  }
}

function isLocale(value: unknown): boolean {
  try {
    return typeof value === 'string' && value !== '' && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
