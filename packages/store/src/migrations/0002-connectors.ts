import { type Kysely, type Migration, sql } from 'kysely';

const statements = `
alter table failure
  add column timing jsonb,
  add column urgency text,
  add column responders integer,
  add column "references" jsonb not null default '[]',
  add column duplicate_of text references failure on delete set null;
create index failure_duplicate_of on failure (duplicate_of) where duplicate_of is not null;

alter table connection
  add column webhook jsonb not null default '{"state": "none", "problem": null, "checkedAt": null, "deliveredAt": null}',
  add column webhook_id text,
  add column webhook_key text not null default replace(gen_random_uuid()::text, '-', '');

update connection set scope =
  '{"environments": [], "workflows": ["*deploy*", "*release*"], "incidentLabels": ["incident", "outage", "postmortem"], "postmortemFolders": []}'
  || scope;

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
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
`;

/** What the connectors know beyond the foundation: timing, duplicates, webhooks, completeness, the service catalogue. */
export const connectors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements.split(';\n')) {
      if (statement.trim() !== '') await sql.raw(statement).execute(db);
    }
  },
};
