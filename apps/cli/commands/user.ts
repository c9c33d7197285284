import { parseArgs } from 'node:util'
import { systemActor } from '#platform/server/actions/context-for.ts'
import { addPerson } from '#platform/server/identity/people.ts'
import { aligned } from '../aligned.ts'
import { UsageError, type Command, type Terminal } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { namedRecord, recordsOf } from '../named-record.ts'
import { oneWorkspace } from '../one-workspace.ts'

export const command: Command = {
  usage: [
    'user list [--workspace SLUG]',
    'user add --name NAME --email EMAIL [--role ROLE] [--team TEAM] [--password PASSWORD] [--workspace SLUG]',
  ],
  help: [
    'Without --password a link is printed at which the person chooses one. The role is Administrator unless given.',
  ],
  run: async ([verb, ...args], terminal) => {
    if (verb === 'list') return list(args, terminal)
    if (verb === 'add') return add(args, terminal)
    throw new UsageError('Say “user list” or “user add”.')
  },
}

const text = { type: 'string' } as const

async function list(args: string[], { env, say }: Terminal): Promise<void> {
  const { values } = parseArgs({ args, options: { workspace: text } })
  await withInstallation(env, async ({ app }) => {
    const users = await recordsOf(app, await oneWorkspace(app, values.workspace), 'user', [
      'name',
      'email',
      'role',
      'team',
      'active',
    ])
    const rows = users.map(({ name, email, role, team, active }) => [
      name ?? '',
      email ?? '',
      role?.title ?? '',
      team?.title ?? '',
      active === false ? 'no' : 'yes',
    ])
    for (const line of aligned([['name', 'email', 'role', 'team', 'active'], ...rows])) say(line)
  })
}

async function add(args: string[], { env, say }: Terminal): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { name: text, email: text, role: text, team: text, password: text, workspace: text },
  })
  const { name, email, password } = values
  if (name === undefined || email === undefined) throw new UsageError('--name and --email are needed.')
  await withInstallation(env, async ({ app }) => {
    const workspace = await oneWorkspace(app, values.workspace)
    const role = await namedRecord(app, workspace, 'role', values.role ?? 'Administrator')
    const team =
      values.team === undefined ? undefined : await namedRecord(app, workspace, 'team', values.team)
    const doer = { workspace, actor: systemActor(workspace), source: 'command' } as const
    const person = {
      name,
      email,
      role,
      ...(team === undefined ? {} : { team }),
      ...(password === undefined ? {} : { password }),
    }
    const { invitation } = await addPerson(app, doer, person)
    say(`Added ${name} to ${workspace.slug}.`)
    if (invitation !== null) say(`To choose a password within 14 days, open on your server: ${invitation}`)
    else if (password === undefined) say(`${email} has an account already and signs in with its password.`)
  })
}
