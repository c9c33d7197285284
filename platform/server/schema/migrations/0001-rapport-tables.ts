import { sql } from 'kysely'
import { foldSql } from '#platform/objects/filter/fold.ts'
import { installExtensions } from '../extensions.ts'
import type { Migration } from './all.ts'

/** Accounts, workspaces, sessions, keys and jobs: what is not of one workspace. */
export const rapportTables: Migration = {
  name: 'rapport tables',
  async run(db) {
    await installExtensions(db)
    await sql.raw(fold).execute(db)
    await sql.raw(tables).execute(db)
    await sql.raw(announce).execute(db)
  },
}

/** Text as search and filters compare it: no case, no accents; the same in memory, see `fold`. */
const fold = `
  create function rapport.fold(text) returns text
    language sql immutable parallel safe
    return ${foldSql('$1')}`

const tables = `
  create table rapport.account (
    id uuid primary key,
    email text not null,
    password_hash text,
    name text not null,
    created_at timestamptz not null default now()
  );
  create unique index account_email_unique on rapport.account (rapport.fold(email));

  create table rapport.workspace (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    schema text not null unique,
    settings jsonb not null,
    model_version bigint not null default 0,
    migration integer not null default 0,
    fingerprint text,
    release text,
    created_at timestamptz not null default now()
  );

  create table rapport.membership (
    account uuid not null references rapport.account on delete cascade,
    workspace uuid not null references rapport.workspace on delete cascade,
    user_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (account, workspace)
  );
  create unique index membership_user_unique on rapport.membership (workspace, user_id);

  create table rapport.session (
    token_hash text primary key,
    account uuid not null references rapport.account on delete cascade,
    workspace uuid references rapport.workspace on delete cascade,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    user_agent text
  );
  create index session_account on rapport.session (account);
  create index session_expires on rapport.session (expires_at);

  create table rapport.api_key (
    id uuid primary key,
    workspace uuid not null references rapport.workspace on delete cascade,
    name text not null,
    hash text not null unique,
    prefix text not null,
    role uuid,
    created_by uuid,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz
  );
  create index api_key_workspace on rapport.api_key (workspace);

  create table rapport.idempotency (
    workspace uuid not null references rapport.workspace on delete cascade,
    actor text not null,
    key text not null,
    request_hash text not null,
    status integer,
    headers jsonb,
    body text,
    created_at timestamptz not null default now(),
    primary key (workspace, actor, key)
  );
  create index idempotency_created on rapport.idempotency (created_at);

  create table rapport.job (
    id uuid primary key,
    workspace uuid not null references rapport.workspace on delete cascade,
    kind text not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress jsonb not null default '{}',
    input jsonb not null default '{}',
    result jsonb,
    created_by uuid,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
  );
  create index job_workspace on rapport.job (workspace, created_at desc);
`

/** Wakes whoever reads a workspace's log; the payload is its schema. Sent once per transaction, at commit. */
const announce = `
  create function rapport.announce_log() returns trigger language plpgsql
    as $$ begin perform pg_notify('rapport_log', tg_table_schema); return null; end $$;`
