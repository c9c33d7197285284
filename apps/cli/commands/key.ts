import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { systemActor } from '#platform/server/actions/context-for.ts'
import type { Workspace } from '#platform/server/context.ts'
import { createKey, listKeys, revokeKey } from '#platform/server/identity/api-keys.ts'
import { loadActor } from '#platform/server/identity/load-actor.ts'
import type { OpenApp } from '#platform/server/open-app.ts'
import { malformed } from '#platform/objects/problem.ts'
import { aligned } from '../aligned.ts'
import { UsageError, type Command, type Terminal } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { namedRecord } from '../named-record.ts'
import { oneWorkspace } from '../one-workspace.ts'

export const command: Command = {
  usage: [
    'key list [--workspace SLUG]',
    'key create --name NAME --role ROLE [--for EMAIL] [--workspace SLUG]',
    'key revoke ID|PREFIX [--workspace SLUG]',
  ],
  help: [
    'A key acts for a person, under the rights of its own role: what it does is shown as done by the person through the key.',
    'That is --for, else the person who has been an administrator longest. The key is printed once and kept nowhere.',
  ],
  run: async ([verb, ...args], terminal) => {
    if (verb === 'list') return list(args, terminal)
    if (verb === 'create') return create(args, terminal)
    if (verb === 'revoke') return revoke(args, terminal)
    throw new UsageError('Say “key list”, “key create” or “key revoke”.')
  },
}

const text = { type: 'string' } as const

async function list(args: string[], { env, say }: Terminal): Promise<void> {
  const { values } = parseArgs({ args, options: { workspace: text } })
  await withInstallation(env, async ({ app }) => {
    const keys = await listKeys(app, await oneWorkspace(app, values.workspace))
    const rows = keys.map((key) => [
      key.prefix,
      key.name,
      key.role?.title ?? '',
      key.created_by?.title ?? '',
      day(key.last_used_at),
      day(key.revoked_at),
    ])
    for (const line of aligned([['prefix', 'name', 'role', 'for', 'last used', 'revoked'], ...rows]))
      say(line)
  })
}

const day = (at: unknown): string => (at === null ? '' : new Date(at as string).toISOString().slice(0, 10))

async function create(args: string[], { env, say, note }: Terminal): Promise<void> {
  const { values } = parseArgs({ args, options: { name: text, role: text, for: text, workspace: text } })
  const { name, role } = values
  if (name === undefined || role === undefined) throw new UsageError('--name and --role are needed.')
  await withInstallation(env, async ({ app }) => {
    const workspace = await oneWorkspace(app, values.workspace)
    const roleId = await namedRecord(app, workspace, 'role', role)
    const maker = await keeperOf(app, workspace, values.for)
    const { key } = await createKey(
      app,
      workspace,
      { ...systemActor(workspace), ...maker },
      { name, role: roleId },
    )
    note(`Key “${name}” for ${maker.name}; it is shown only now:`)
    say(key)
  })
}

/** A key whose person is gone opens nothing, so there must be one. */
async function keeperOf(
  app: OpenApp,
  workspace: Workspace,
  email: string | undefined,
): Promise<{ readonly id: string; readonly name: string }> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
  }>`select id, name, email from ${sql.id(workspace.schema)}."user"
    where deleted_at is null and active is not false
      and ${email === undefined ? sql`true` : sql`rapport.fold(email) = rapport.fold(${email})`} order by created_at, id`.execute(
    app.db,
  )
  for (const row of rows) {
    const actor =
      email === undefined
        ? await loadActor(app.db, workspace.schema, workspace.settings, { user: row.id })
        : undefined
    if (email !== undefined || actor?.access.administrator === true) return row
  }
  throw malformed(
    email === undefined
      ? 'Nobody here is an administrator: name a person with --for.'
      : `Nobody here has the mail address ${email}.`,
  )
}

async function revoke(args: string[], { env, say }: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: { workspace: text }, allowPositionals: true })
  const [named, ...more] = positionals
  if (named === undefined || more.length > 0) throw new UsageError('Name one key by its prefix or id.')
  await withInstallation(env, async ({ app }) => {
    const workspace = await oneWorkspace(app, values.workspace)
    const found = (await listKeys(app, workspace)).filter((key) => key.id === named || key.prefix === named)
    if (found.length !== 1)
      throw malformed(
        found.length === 0
          ? `There is no key “${named}”.`
          : `Several keys begin with “${named}”: name it by its id.`,
      )
    await revokeKey(app, workspace, found[0]!.id)
    say(`Key “${found[0]!.name}” opens nothing any more.`)
  })
}
