export const connectionTables = `
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
  former_webhook_secret bytea,
  webhook_rotated_at timestamptz(3),
  webhook jsonb not null default '{"state": "none", "problem": null, "checkedAt": null, "deliveredAt": null}',
  webhook_id text,
  webhook_key text not null default replace(gen_random_uuid()::text, '-', ''),
  redelivered_until timestamptz(3),
  created_at timestamptz(3) not null default now()
);

create table connection_problem (
  connection_id text not null references connection on delete cascade,
  subject text not null,
  problem text not null,
  primary key (connection_id, subject)
);

create table app_registration (
  state text primary key,
  wanted jsonb not null,
  app bytea,
  connection_id text references connection on delete cascade,
  user_id text not null references app_user on delete cascade,
  token_id text references api_token on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
create index app_registration_user_id on app_registration (user_id);
create index app_registration_token_id on app_registration (token_id);

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

create table stream (
  connection_id text not null references connection on delete cascade,
  stream text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  problem text,
  cursor text,
  since timestamptz(3),
  reaches_back_to timestamptz(3),
  records integer not null default 0,
  expected integer,
  recent integer[] not null default '{}',
  recent_tick integer not null default 0,
  updated_at timestamptz(3) not null default now(),
  started_at timestamptz(3) not null default now(),
  stale_at timestamptz(3),
  checked_until timestamptz(3),
  check_due_at timestamptz(3),
  refilled_at timestamptz(3),
  refills integer not null default 0,
  missing text,
  primary key (connection_id, stream)
);
create index stream_moving on stream (connection_id) where state in ('waiting', 'running');
create index stream_stale on stream (stale_at) where stale_at > started_at;

create table completeness (
  connection_id text not null references connection on delete cascade,
  stream text not null,
  day date not null,
  existing integer not null,
  stored integer not null,
  checked_at timestamptz(3) not null default now(),
  primary key (connection_id, stream, day)
);
create index completeness_day on completeness (day) include (connection_id, existing, stored);
create index completeness_gap on completeness (connection_id, day) where stored < existing;
`;
