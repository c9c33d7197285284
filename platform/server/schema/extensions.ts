import { sql, type Kysely } from 'kysely'
import { StartError } from '../database/start-error.ts'
import { literal, quoted } from './sql-names.ts'

/** “Trusted” ones only: whoever may create things in the database may install them. */
const needed = ['pg_trgm'] as const

/**
 * Installs the extensions into schema `rapport`. Where a database has one elsewhere already, it stays where it is and
 * its functions and operators get names in `rapport` that PostgreSQL inlines, so that every statement may say `rapport.similarity(…)`
 * and `operator(rapport.%)`.
 *
 * @throws StartError when they are missing and may not be installed.
 */
export async function installExtensions(db: Kysely<any>): Promise<void> {
  let schemas = await extensionSchemas(db)
  for (const name of needed) {
    if (schemas.has(name)) continue
    try {
      await sql.raw(`create extension if not exists ${quoted(name)} with schema rapport`).execute(db)
    } catch (error) {
      throw new StartError(
        `The PostgreSQL extension “${name}” is missing and could not be installed (${(error as Error).message}). ` +
          `Ask whoever runs the database to run once: create extension ${name} with schema rapport;`,
      )
    }
  }
  schemas = await extensionSchemas(db)
  const trigram = schemas.get('pg_trgm')!
  if (trigram !== 'rapport') await sql.raw(trigramNames(trigram)).execute(db)
}

/** In which schema each installed extension lives. */
export async function extensionSchemas(db: Kysely<any>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; schema: string }>`
    select e.extname as name, n.nspname as schema
    from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace`.execute(db)
  return new Map(rows.map((row) => [row.name, row.schema]))
}

function trigramNames(schema: string): string {
  const s = quoted(schema)
  const measure = (
    name: string,
  ): string => `create or replace function rapport.${name}(text, text) returns real
    language sql immutable strict parallel safe as ${literal(`select ${s}.${name}($1, $2)`)};`
  const operator = (
    sign: string,
    name: string,
  ): string => `create or replace function rapport.${name}(text, text)
    returns boolean language sql stable strict parallel safe as ${literal(`select $1 operator(${s}.${sign}) $2`)};
    create operator rapport.${sign} (leftarg = text, rightarg = text, function = rapport.${name});`
  return [
    ...['similarity', 'word_similarity', 'strict_word_similarity'].map(measure),
    operator('%', 'is_similar'),
    operator('<%', 'is_word_similar'),
    operator('%>', 'has_word_similar'),
  ].join('\n')
}
