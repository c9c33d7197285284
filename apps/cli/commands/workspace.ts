import { parseArgs } from 'node:util'
import { newWorkspace } from '#platform/server/identity/first-workspace.ts'
import { newSecret } from '#platform/server/identity/secret.ts'
import { aligned } from '../aligned.ts'
import { UsageError, type Command, type Terminal } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const command: Command = {
  usage: [
    'workspace list',
    'workspace add --title COMPANY --name NAME --email EMAIL [--password PASSWORD] [--slug SLUG] [--currency EUR] [--zone Europe/Berlin] [--country DE] [--locale en]',
  ],
  help: [
    'NAME and EMAIL are those of the owner, who is an administrator. Without --password one is made and printed.',
  ],
  run: async ([verb, ...args], terminal) => {
    if (verb === 'list') return list(args, terminal)
    if (verb === 'add') return add(args, terminal)
    throw new UsageError('Say “workspace list” or “workspace add”.')
  },
}

async function list(args: string[], { env, say }: Terminal): Promise<void> {
  parseArgs({ args, options: {} })
  await withInstallation(env, async ({ app }) => {
    const rows = (await app.workspaces()).map(({ slug, name, settings }) => [
      slug,
      name,
      settings.currency,
      settings.zone,
    ])
    for (const line of aligned([['slug', 'name', 'currency', 'zone'], ...rows])) say(line)
  })
}

async function add(args: string[], { env, say }: Terminal): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      title: text,
      name: text,
      email: text,
      password: text,
      slug: text,
      currency: text,
      zone: text,
      country: text,
      locale: text,
    },
  })
  const { title, name, email, slug, currency, zone, country, locale } = values
  if (title === undefined || name === undefined || email === undefined)
    throw new UsageError('--title, --name and --email are needed.')
  const password = values.password ?? newSecret().slice(0, 20)
  const settings = Object.fromEntries(
    Object.entries({ currency, zone, country, locale }).filter(([, value]) => value !== undefined),
  )
  await withInstallation(
    env,
    async ({ app }) => {
      const { workspace } = await newWorkspace(app, {
        workspace: title,
        name,
        email,
        password,
        settings,
        ...(slug === undefined ? {} : { slug }),
      })
      say(
        `Added workspace ${workspace.slug}. ${email} signs in as its administrator${values.password === undefined ? ` with password ${password}` : ''}.`,
      )
    },
    { mayBeNew: true },
  )
}
