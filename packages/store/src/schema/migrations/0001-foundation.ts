import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Names that outside systems give may be longer than a B-tree entry may be (2,704 bytes): `repository` is indexed by hash,
 * and the writers bound external ids. Instants are kept to the millisecond, as the domain has them.
 */
const statements = `
create table connection (
  id text primary key,
  provider text not null,
  account text not null,
  base_url text,
  scope jsonb not null,
  status text not null,
  status_reason text,
  credential bytea,
  webhook_secret bytea,
  created_at timestamptz(3) not null default now()
);

create table stream (
  connection_id text not null references connection on delete cascade,
  stream text not null,
  cursor text,
  since timestamptz(3),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  records integer not null default 0,
  expected integer,
  problem text,
  updated_at timestamptz(3) not null default now(),
  primary key (connection_id, stream)
);

create table inbox (
  id bigserial primary key,
  connection_id text not null references connection on delete cascade,
  source text not null,
  type text not null,
  delivery_key text not null,
  payload jsonb not null,
  received_at timestamptz(3) not null default now(),
  processed_at timestamptz(3),
  outcome text,
  problem text,
  unique (connection_id, delivery_key)
);
create index inbox_unprocessed on inbox (id) include (connection_id) where processed_at is null;
create index inbox_unreadable on inbox (connection_id, id) where outcome = 'unreadable';

create table person_name (
  connection_id text not null references connection on delete cascade,
  name text not null,
  applied boolean not null default false,
  primary key (connection_id, name)
);

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
  severity text,
  url text,
  version timestamptz(3) not null,
  is_failure boolean not null,
  confidence double precision not null,
  fingerprint bigint not null,
  unique (connection_id, kind, external_id)
);
create index failure_occurred_at on failure (occurred_at, id);
create index failure_repository on failure using hash (repository);
create index failure_fingerprint on failure (fingerprint);

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
  paths jsonb not null,
  occurred_at timestamptz(3) not null,
  succeeded boolean,
  url text,
  version timestamptz(3) not null,
  fingerprint bigint not null,
  unique (connection_id, kind, external_id)
);
create index change_repository on change using hash (repository);
create index change_fingerprint on change (fingerprint);

create table link (
  type text not null,
  failure_id text not null references failure on delete cascade,
  target_id text not null,
  score double precision not null,
  evidence jsonb not null,
  status text not null,
  primary key (failure_id, type, target_id)
);
create index link_target on link (target_id);

create table episode_member (
  failure_id text primary key references failure on delete cascade,
  episode_id text not null
);
create index episode_member_episode on episode_member (episode_id);

create table pattern (
  id text primary key,
  name text not null,
  lesson text not null,
  terms jsonb not null,
  cause text not null,
  trigger text not null,
  services jsonb not null,
  repositories jsonb not null,
  confidence double precision not null,
  incidents integer not null,
  failed_deployments integer not null,
  reverted_changes integer not null,
  episodes integer not null,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  fingerprint text not null,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3)
);
create index pattern_episodes on pattern (episodes, last_at, id) where retired_at is null;
create index pattern_last_at on pattern (last_at, id) where retired_at is null;

create table pattern_member (
  failure_id text primary key references failure on delete cascade,
  pattern_id text not null references pattern,
  confidence double precision not null,
  evidence jsonb not null
);
create index pattern_member_pattern on pattern_member (pattern_id);

create table pattern_lineage (
  pattern_id text not null,
  related_pattern_id text not null,
  kind text not null,
  at timestamptz(3) not null default now(),
  primary key (pattern_id, related_pattern_id, kind)
);
create index pattern_lineage_related on pattern_lineage (related_pattern_id);

create table grouping_state (
  only_row boolean primary key default true check (only_row),
  input_version text not null,
  grouped_at timestamptz(3) not null default now()
);

create table report (
  id text primary key,
  pattern_id text not null references pattern,
  digest text not null,
  report jsonb not null,
  created_at timestamptz(3) not null default now(),
  ensured_at timestamptz not null default clock_timestamp(),
  unique (pattern_id, digest)
);
create index report_ensured_at on report (pattern_id, ensured_at);

create table improvement (
  id text primary key,
  pattern_id text not null unique references pattern,
  state text not null default 'proposed',
  repository text,
  title text not null,
  issue_number integer,
  issue_url text,
  problem text,
  opening boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check (state <> 'opened' or (repository is not null and issue_number is not null and issue_url is not null))
);
create index improvement_created_at on improvement (created_at, id);

create table correction (
  id text primary key,
  sequence bigserial not null,
  decision jsonb not null,
  decided_at timestamptz(3) not null default now()
);

create table api_token (
  id text primary key,
  name text not null,
  hash text not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3)
);

create table sign_in_link (
  hash text primary key,
  expires_at timestamptz(3) not null
);

create table session (
  id text primary key,
  hash text not null unique,
  expires_at timestamptz(3) not null
);
`;

export const foundation: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements.split(';')) {
      if (statement.trim() !== '') await sql.raw(statement).execute(db);
    }
  },
};
