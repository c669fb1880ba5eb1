import { type Kysely, type Migration, sql } from 'kysely';
import type { Keyring } from '../../encryption/keyring.ts';
import { sealInbox } from './seal-inbox.ts';

const statements = `
alter table failure
  add column timing jsonb,
  add column urgency text,
  add column responders integer,
  add column "references" jsonb not null default '[]',
  add column duplicate_of text references failure on delete set null,
  add column news_version timestamptz(3),
  add column news_until timestamptz(3);
create index failure_news on failure (connection_id, news_until) where news_until is not null;
create index failure_duplicate_of on failure (duplicate_of) where duplicate_of is not null;

alter table change add column base text;

alter table connection
  add column webhook jsonb not null default '{"state": "none", "problem": null, "checkedAt": null, "deliveredAt": null}',
  add column webhook_id text,
  add column former_webhook_secret bytea,
  add column webhook_rotated_at timestamptz(3),
  add column redelivered_until timestamptz(3),
  add column webhook_key text not null default replace(gen_random_uuid()::text, '-', '');

drop index failure_repository;
drop index change_repository;
create index failure_repository on failure (hashtextextended(repository, 0));
create index change_repository on change (hashtextextended(repository, 0));

alter table person_name add column sequence bigserial;
create index person_name_unapplied on person_name (name) where not applied;

create table connection_problem (
  connection_id text not null references connection on delete cascade,
  subject text not null,
  problem text not null,
  primary key (connection_id, subject)
);

alter table stream
  add column started_at timestamptz(3) not null default now(),
  add column recent integer[] not null default '{}',
  add column recent_tick integer not null default 0,
  add column reaches_back_to timestamptz(3),
  add column audited_until timestamptz(3),
  add column audit_due_at timestamptz(3),
  add column refilled_at timestamptz(3),
  add column refills integer not null default 0,
  add column missing text;

create table scope_member (
  connection_id text not null references connection on delete cascade,
  id text not null,
  name text not null,
  state text not null check (state in ('present', 'gone', 'former')),
  primary key (connection_id, id)
);

create table former_name (
  connection_id text not null references connection on delete cascade,
  former text not null,
  present text not null,
  taken_at timestamptz,
  primary key (connection_id, former, present)
);

create table row_alias (
  alias text primary key,
  id text not null,
  connection_id text not null references connection on delete cascade
);

update stream set reaches_back_to = since;

create table completeness (
  connection_id text not null references connection on delete cascade,
  stream text not null,
  day date not null,
  existing integer not null,
  stored integer not null,
  checked_at timestamptz(3) not null default now(),
  primary key (connection_id, stream, day)
);
create index completeness_gap on completeness (connection_id, day) where stored < existing;

create table catalogue_entry (
  id text primary key,
  service text not null,
  repository text not null,
  path text,
  environment text,
  origin text not null,
  source text,
  status text not null check (status in ('suggested', 'confirmed', 'rejected')),
  score double precision not null,
  evidence jsonb not null,
  updated_at timestamptz(3) not null default now()
);
create index catalogue_entry_service on catalogue_entry (service, id);

create table app_registration (
  state text primary key,
  wanted jsonb not null,
  app bytea,
  connection_id text references connection on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
`;

/**
 * What the connectors know beyond the foundation: timing, duplicates, webhooks, completeness, the service catalogue; and
 * sealed payloads.
 */
export function createConnectors(keyring: Keyring): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of statements.split(';\n')) {
        if (statement.trim() !== '') await sql.raw(statement).execute(db);
      }
      await sealInbox(db, keyring);
    },
  };
}
