import { sql } from 'kysely'
import type { Migration } from './all.ts'

/**
 * Invitations, and the notices that make every process forget whom it knew. They are triggers, so that no way
 * of changing a session, key, membership, person, team or role can forget to send one.
 */
export const identity: Migration = {
  name: 'identity',
  async run(db) {
    await sql.raw(statements).execute(db)
  },
}

const statements = `
  create table rapport.invitation (
    token_hash text primary key,
    account uuid not null references rapport.account on delete cascade,
    workspace uuid not null references rapport.workspace on delete cascade,
    created_by uuid,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create index invitation_account on rapport.invitation (account);

  create function rapport.secret_changed() returns trigger language plpgsql as $$ begin
    perform pg_notify('rapport_identity', 'secret ' || (to_jsonb(old) ->> tg_argv[0]));
    return null;
  end $$;
  create trigger session_changed after delete or update of workspace on rapport.session
    for each row execute function rapport.secret_changed('token_hash');
  create trigger api_key_changed after delete or update of role, revoked_at, name on rapport.api_key
    for each row execute function rapport.secret_changed('hash');

  create function rapport.membership_changed() returns trigger language plpgsql as $$ begin
    perform pg_notify('rapport_identity', 'workspace ' || w.schema) from rapport.workspace w where w.id = old.workspace;
    return null;
  end $$;
  create trigger membership_changed after delete or update on rapport.membership
    for each row execute function rapport.membership_changed();

  -- For the tables user, team and role of every workspace.
  create function rapport.people_changed() returns trigger language plpgsql as $$ begin
    perform pg_notify('rapport_identity', 'workspace ' || tg_table_schema);
    return null;
  end $$;
`
