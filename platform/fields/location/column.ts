import { sql } from 'kysely'
import type { Column } from '../column.ts'
import type { Location } from './kind.ts'

/** A PostgreSQL point, x = longitude and y = latitude: needs no extension and has an index for what lies near. */
export const locationColumn: Column<Location> = {
  columns: ({ name }) => [{ name, type: 'point' }],
  indexes: ({ name }) => [{ name: 'near', using: 'gist', on: `"${name}"` }],
  write: (value, { name }) => ({ [name]: value === null ? null : `(${value.longitude},${value.latitude})` }),
  read({ name }, { alias }) {
    const point = sql.ref(`${alias}.${name}`)
    return sql`case when ${point} is not null then json_build_object('latitude', (${point})[1], 'longitude', (${point})[0]) end`
  },
  scalar: ({ name }, { alias }) => sql`(${sql.ref(`${alias}.${name}`)})[1]`,
  part: ({ name }, { alias }, part) =>
    sql`(${sql.ref(`${alias}.${name}`)})[${sql.lit(part === 'latitude' ? 1 : 0)}]`,
  holds: ({ name }, { alias }, probe) =>
    sql<boolean>`${sql.ref(`${alias}.${name}`)} ~= point((${probe} ->> 'longitude')::float8, (${probe} ->> 'latitude')::float8)`,
}
