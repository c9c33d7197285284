import { once } from 'node:events'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import type { Actor, Workspace } from '#platform/server/context.ts'
import { createKey } from '#platform/server/identity/api-keys.ts'
import { newWorkspace } from '#platform/server/identity/first-workspace.ts'
import { loadActor } from '#platform/server/identity/load-actor.ts'
import type { OpenApp } from '#platform/server/open-app.ts'
import { randomUUIDv7 } from '#platform/server/records/uuid.ts'
import { indexObject } from '#platform/server/search/index-records.ts'
import type { Installation } from './installation.ts'
import { companyNames, people } from './people.ts'

export async function aFirm(app: OpenApp): Promise<{ workspace: Workspace }> {
  return newWorkspace(app, {
    workspace: 'Bench',
    slug: 'bench',
    name: 'Bench Owner',
    email: 'bench@example.com',
    password: 'a long bench password',
  })
}

/** A person whose role reads people of the own teams only: so every list has an access rule in it. */
export async function aSeller(
  app: OpenApp,
  workspace: Workspace,
): Promise<{ authorization: string; seller: Actor; team: string }> {
  const ctx = contextFor(app, workspace, systemActor(workspace), 'system')
  const team = await ctx.create('team', { name: 'North' })
  const permissions = {
    default: { create: 'all', read: 'all', update: 'all', delete: 'all' },
    objects: { person: { create: 'all', read: 'team', update: 'team' } },
  }
  const role = await ctx.create('role', { name: 'Bench seller', permissions })
  const user = await ctx.create('user', {
    name: 'Bench Seller',
    email: 'seller@example.com',
    role: role.id,
    team: team.id,
  })
  const seller = (await loadActor(app.db, workspace.schema, workspace.settings, { user: user.id }))!
  const { key } = await createKey(app, workspace, seller, { name: 'bench', role: role.id })
  return { authorization: `Bearer ${key}`, seller, team: team.id }
}

/** Fills companies and people by COPY and the search as its reaction would: making the data is not what is measured. */
export async function fill(
  { app, workspace, team, seller }: Installation,
  size: { people: number; companies: number },
): Promise<void> {
  const companies = Array.from({ length: size.companies }, () => randomUUIDv7())
  const table = (name: string): string => `"${workspace.schema}"."${name}"`
  await copy(
    app,
    `copy ${table('company')} (id, name, industry, employees, owner, team) from stdin`,
    function* () {
      let n = 0
      for (const { name, industry, employees } of companyNames(size.companies)) {
        yield [companies[n++]!, name, industry, String(employees), seller.id!, team]
      }
    },
  )
  await copy(
    app,
    `copy ${table('person')} (id, given_name, family_name, emails, phones, company, owner, team, created_at) from stdin`,
    function* () {
      let n = 0
      for (const one of people(size.people, size.companies)) {
        const emails = one.email === null ? null : JSON.stringify([{ value: one.email, primary: true }])
        const phones = one.phone === null ? null : JSON.stringify([{ value: one.phone, primary: true }])
        const at = new Date(Date.UTC(2020, 0, 1) + n++ * 60_000)
        yield [
          randomUUIDv7(at.getTime()),
          one.given_name,
          one.family_name,
          emails,
          phones,
          one.company === null ? null : companies[one.company]!,
          seller.id!,
          n % 3 === 0 ? null : team,
          at.toISOString(),
        ]
      }
    },
  )
  const ctx = contextFor(app, workspace, systemActor(workspace), 'system')
  for (const name of ['company', 'person']) await indexObject(ctx, workspace.model.object(name), sql`true`)
  await sql.raw('vacuum analyze').execute(app.db)
}

export async function copy(
  app: OpenApp,
  statement: string,
  rows: () => Generator<(string | null)[]>,
): Promise<void> {
  const client = await app.pool.connect()
  try {
    const stream = client.query(copyFrom(statement))
    let chunk = ''
    for (const cells of rows()) {
      chunk += `${cells.map((cell) => (cell === null ? '\\N' : cell.replaceAll(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!))).join('\t')}\n`
      if (chunk.length < 65_536) continue
      if (!stream.write(chunk)) await once(stream, 'drain')
      chunk = ''
    }
    stream.end(chunk)
    await once(stream, 'finish')
  } finally {
    client.release()
  }
}
