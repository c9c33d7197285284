import { sql } from 'kysely'
import { extensionSchemas } from '../extensions.ts'
import { quoted } from '../sql-names.ts'
import type { WorkspaceMigration } from './all.ts'

/** What every workspace keeps besides the tables of its objects. */
export const systemTables: WorkspaceMigration = {
  name: 'system tables',
  async run(db, schema) {
    const trigram = (await extensionSchemas(db)).get('pg_trgm') ?? 'rapport'
    await sql.raw(tables(quoted(schema), quoted(trigram))).execute(db)
  },
}

const tables = (s: string, trigram: string): string => `
  create sequence ${s}.log_position;
  create table ${s}.log (
    position bigint not null default nextval('${s}.log_position'),
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default now(),
    change uuid not null,
    actor uuid,
    actor_key uuid,
    source text not null,
    object text not null,
    record uuid not null,
    verb text not null,
    customer uuid,
    changes jsonb not null default '{}'
  ) partition by range (at);
  create index log_record on ${s}.log (record, position desc);
  create index log_customer on ${s}.log (customer, position desc) where customer is not null;
  create index log_change on ${s}.log (change);
  create index log_reading on ${s}.log (xid, position);
  create table ${s}.log_rest partition of ${s}.log default;
  create trigger announce after insert on ${s}.log for each statement execute function rapport.announce_log();

  create table ${s}.reader (
    name text primary key,
    xid xid8 not null default '0',
    position bigint not null default 0,
    updated_at timestamptz not null default now()
  );

  create table ${s}.search_entry (
    object text not null,
    record uuid not null,
    title text,
    subtitle text,
    words text not null,
    owner uuid,
    team uuid,
    updated_at timestamptz not null default now(),
    primary key (object, record)
  );
  create index search_entry_words on ${s}.search_entry using gin (words ${trigram}.gin_trgm_ops);

  create table ${s}.custom_object (
    id uuid primary key,
    name text not null unique,
    declaration jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid
  );
  create table ${s}.custom_field (
    id uuid primary key,
    object text not null,
    name text not null,
    declaration jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    unique (object, name)
  );

  create table ${s}.redirect (
    object text not null,
    old_id uuid not null,
    new_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (object, old_id)
  );
  create index redirect_new on ${s}.redirect (object, new_id);

  create table ${s}.import_memory (
    object text not null,
    signature text not null,
    mapping jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    primary key (object, signature)
  );
`
