/** Failures and changes. Names and URLs can exceed a B-tree entry (2,704 bytes), so they are indexed by hash. */
export const failureTables = `
create table failure (
  id text primary key,
  connection_id text not null references connection on delete cascade,
  kind text not null,
  external_id text not null,
  title text not null,
  text text not null,
  services jsonb not null,
  repository text,
  environment text,
  paths jsonb not null,
  sha text,
  occurred_at timestamptz(3) not null,
  resolved_at timestamptz(3),
  precision text not null,
  timing jsonb,
  severity text,
  urgency text,
  responders integer,
  "references" jsonb not null,
  url text,
  version timestamptz(3) not null,
  is_failure boolean not null,
  confidence double precision not null,
  deciding_words jsonb not null,
  decided_failure boolean,
  fingerprint bigint not null,
  stored_at timestamptz(3) not null default now(),
  duplicate_of text references failure on delete set null,
  stale_version timestamptz(3),
  stale_until timestamptz(3),
  unique (connection_id, kind, external_id)
);
create index failure_occurred_at on failure (occurred_at, id);
create index failure_listed on failure (occurred_at, id) include (is_failure, decided_failure) where duplicate_of is null;
create index failure_listed_kind on failure (kind, occurred_at, id) where duplicate_of is null;
create index failure_repository on failure (hashtextextended(repository, 0), occurred_at, id);
create index failure_environment on failure (hashtextextended(environment, 0), occurred_at, id) where environment is not null;
create index failure_services on failure using gin (services);
create index failure_url on failure (hashtextextended(lower(url), 0)) where url is not null;
create index failure_duplicate_of on failure (duplicate_of) where duplicate_of is not null;
create index failure_stale on failure (connection_id, stale_until) where stale_until is not null;
create index failure_stored_at on failure (stored_at);
create index failure_decided on failure (id) where decided_failure is not null;
create index failure_versions on failure (id) include (duplicate_of, is_failure, decided_failure, fingerprint);
-- Without these statistics the planner expects one group per failure, and sorts on disk.
create statistics failure_bucket on (left(coalesce(duplicate_of, id), 2)) from failure;

create table change (
  id text primary key,
  connection_id text not null references connection on delete cascade,
  kind text not null,
  external_id text not null,
  repository text not null,
  environment text,
  title text not null,
  text text not null,
  sha text,
  parents jsonb not null,
  number integer,
  branch text,
  base text,
  paths jsonb not null,
  occurred_at timestamptz(3) not null,
  succeeded boolean,
  url text,
  version timestamptz(3) not null,
  fingerprint bigint not null,
  unique (connection_id, kind, external_id)
);
create index change_occurred_at on change (occurred_at);
create index change_repository on change (hashtextextended(repository, 0));
create index change_url on change (hashtextextended(lower(url), 0)) where url is not null;
create index change_fingerprint on change (fingerprint);

-- The version of a repository's changes that was last searched for reverts and rollbacks.
create table detection (
  connection_id text not null references connection on delete cascade,
  repository text not null,
  version text not null,
  at timestamptz(3) not null default now()
);
create unique index detection_repository on detection (connection_id, hashtextextended(repository, 0));

-- Names of people, which are replaced by roles in every stored text.
create table person_name (
  connection_id text not null references connection on delete cascade,
  name text not null,
  applied boolean not null default false,
  is_phrase boolean not null default true,
  sequence bigserial not null,
  primary key (connection_id, name)
);
create index person_name_unapplied on person_name (name) where not applied;
`;
