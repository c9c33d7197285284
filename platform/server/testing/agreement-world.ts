import { sql, type Kysely } from 'kysely'
import { address } from '#platform/fields/address/kind.ts'
import { boolean } from '#platform/fields/boolean/kind.ts'
import { choice } from '#platform/fields/choice/kind.ts'
import { choices } from '#platform/fields/choices/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { duration } from '#platform/fields/duration/kind.ts'
import { email } from '#platform/fields/email/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { json } from '#platform/fields/json/kind.ts'
import { location } from '#platform/fields/location/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { percent } from '#platform/fields/percent/kind.ts'
import { phones } from '#platform/fields/phones/kind.ts'
import { rating } from '#platform/fields/rating/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { references } from '#platform/fields/references/kind.ts'
import { richText } from '#platform/fields/rich-text/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { url } from '#platform/fields/url/kind.ts'
import { user } from '#platform/fields/user/kind.ts'
import { defineObject } from '#platform/objects/define-object.ts'
import type { Model, ObjectModel } from '#platform/objects/model.ts'
import type { Reader } from '#platform/objects/reader.ts'
import { columnOf, scopeOf } from '../records/query.ts'
import type { Query } from '../records/scope.ts'
import { tableOf } from '../records/table.ts'

/** A small business with a field of every kind, for tests that hold SQL and memory against each other. */
export const agreementObjects = [
  defineObject('team', { plural: 'teams', title: 'name', owned: false, fields: { name: text() } }),
  defineObject('user', {
    plural: 'users',
    title: 'name',
    owned: false,
    fields: { name: text(), team: reference('team', { inverse: 'members' }) },
  }),
  defineObject('branch', {
    plural: 'branches',
    title: 'name',
    owned: false,
    fields: { name: text(), code: number({ decimals: 0 }), active: boolean() },
  }),
  defineObject('firm', {
    plural: 'firms',
    title: 'name',
    fields: {
      name: text({ indexed: true }),
      note: longText({ searchable: true }),
      page: richText(),
      site: url(),
      mail: email(),
      mails: emails({ indexed: true }),
      calls: phones(),
      seat: address({ indexed: true }),
      place: location(),
      staff: number(),
      halls: number({ decimals: 0, indexed: true }),
      revenue: money({ indexed: true }),
      share: percent(),
      stars: rating(),
      age: duration(),
      founded: date({ indexed: true }),
      seen_at: datetime({ indexed: true }),
      active: boolean(),
      size: choice(['small', 'large', 'huge'], { indexed: true }),
      channels: choices(['mail', 'phone', 'chat']),
      marks: tags({ indexed: true }),
      extra: json(),
      branch: reference('branch'),
      parent: reference('firm', { inverse: 'subsidiaries' }),
      friends: references('person', { inverse: 'friendly_firms' }),
      label: formula({ formula: `concat(name, ' / ', branch.name)` }),
      code: formula({ formula: `coalesce(upper(trim(name)), mails.primary, text(halls))`, stored: true }),
      per_head: formula({ formula: 'revenue / staff' }),
      deal_value: rollup({ of: 'deals', fn: 'sum', field: 'amount', where: { chance: { gte: 0.3 } } }),
      deal_count: rollup({ of: 'deals', fn: 'count' }),
      last_close: rollup({ of: 'deals', fn: 'max', field: 'close_on' }),
      mean_chance: rollup({ of: 'deals', fn: 'avg', field: 'chance' }),
    },
  }),
  defineObject('person', {
    plural: 'people',
    title: 'name',
    fields: { name: text(), born: date(), firm: reference('firm', { inverse: 'people' }), boss: user() },
  }),
  defineObject('deal', {
    plural: 'deals',
    title: 'name',
    fields: {
      name: text(),
      amount: money(),
      chance: percent(),
      close_on: date(),
      at: datetime(),
      kind: choice(['new', 'more']),
      firm: reference('firm', { inverse: 'deals' }),
      contacts: references('person', { inverse: 'deals_as_contact' }),
      weighted: formula({ formula: 'amount * chance' }),
      late: formula({ formula: 'close_on < today()' }),
    },
  }),
]

/** Values by object: rows of field values as they are stored. */
export type World = Readonly<Record<string, readonly Readonly<Record<string, any>>[]>>

/** What one unit of each currency of the world is worth in EUR. */
export const rates: Readonly<Record<string, number>> = { EUR: 1, USD: 0.5, JPY: 0.0061 }

/** Replaces all rows by those of the world, past all rules. */
export async function writeWorld(db: Kysely<any>, schema: string, model: Model, world: World): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const object of model.objects.values()) {
      const rows = world[object.name] ?? []
      await sql`delete from ${tableOf({ schema }, object.name)}`.execute(trx)
      for (const field of object.fields.values()) {
        const links = columnOf(field).linkTable?.(field)
        if (links === undefined) continue
        await sql`delete from ${tableOf({ schema }, links.name)}`.execute(trx)
        const pairs = rows.flatMap((row) =>
          ((row[field.name] as string[] | null) ?? []).map((target, position) => ({
            record: row['id'],
            target,
            position,
          })),
        )
        await sql`insert into ${tableOf({ schema }, links.name)} (record, target, position)
          select * from json_to_recordset(${JSON.stringify(pairs)}) as r(record uuid, target uuid, position int)`.execute(
          trx,
        )
      }
      const written = rows.map((row) => rowOf(object, row))
      const names = Object.keys(written[0] ?? {})
      if (names.length === 0) continue
      const list = sql.join(names.map((name) => sql.ref(name)))
      await sql`insert into ${tableOf({ schema }, object.name)} (${list})
        select ${list} from json_populate_recordset(null::${tableOf({ schema }, object.name)}, ${JSON.stringify(written)})`.execute(
        trx,
      )
    }
  })
}

function rowOf(object: ObjectModel, row: Readonly<Record<string, any>>): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const field of object.fields.values()) {
    if (field.kind.computed === true || columnOf(field).columns(field).length === 0) continue
    const value = row[field.name] ?? null
    Object.assign(written, columnOf(field).write(value, field))
    const base = columnOf(field).base?.(field)
    if (base !== undefined)
      written[base] = value === null ? null : Math.round(value.amount * rates[value.currency]! * 1e4) / 1e4
  }
  return { ...written, created_at: row['created_at'], updated_at: row['created_at'], version: 1 }
}

/**
 * All records as the API answers them, each with the records it points to and those that point to it in place of
 * links: what a filter in memory may ask for.
 */
export async function readWorld(
  db: Kysely<any>,
  query: Query,
): Promise<Map<string, Map<string, Record<string, any>>>> {
  const world = new Map<string, Map<string, Record<string, any>>>()
  for (const object of query.model.objects.values()) {
    const scope = scopeOf(query, object)
    const fields = [...object.fields.values()].map(
      (field) => sql`${columnOf(field).read(field, scope)} as ${sql.id(field.name)}`,
    )
    const { rows } = await sql<{ row: Record<string, any> }>`select row_to_json(r) as row from (
      select ${sql.join(fields)} from ${tableOf(query, object.name)} ${sql.ref(scope.alias)}
      where ${sql.ref(`${scope.alias}.deleted_at`)} is null) r`.execute(db)
    world.set(object.name, new Map(rows.map(({ row }) => [row['id'] as string, row])))
  }
  connect(query.model, world)
  return world
}

function connect(model: Model, world: Map<string, Map<string, Record<string, any>>>): void {
  for (const object of model.objects.values()) {
    for (const field of object.fields.values()) {
      if (field.relation === undefined) continue
      const targets = world.get(field.relation.to) ?? new Map<string, Record<string, any>>()
      for (const row of world.get(object.name)!.values()) {
        const value = row[field.name] as any
        if (field.relation.many)
          row[field.name] = (value ?? []).flatMap((one: any) => targets.get(one.id) ?? [])
        else if (value !== null) row[field.name] = targets.get(value.id) ?? value
      }
    }
  }
  for (const object of model.objects.values()) {
    for (const { name, object: child, field } of object.children.values()) {
      for (const row of world.get(object.name)!.values()) {
        row[name] = [...world.get(child)!.values()].filter((one) => [one[field]].flat().includes(row))
      }
    }
  }
}

export const agreementReader: Reader = {
  now: new Date('2026-03-29T00:30:00Z'),
  zone: 'Europe/Berlin',
  me: '00000000-0000-4000-8000-000000000001',
  teams: ['00000000-0000-4000-8000-0000000000a1'],
  fiscal_start: 4,
  week_start: 7,
  currency: 'EUR',
}
