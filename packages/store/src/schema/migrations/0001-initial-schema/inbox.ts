export const inboxTables = `
-- Every raw record. The payload is encrypted, and null once it has expired.
create table inbox (
  id bigserial primary key,
  connection_id text not null references connection on delete cascade,
  source text not null,
  type text not null,
  delivery_key text collate "C" not null,
  payload bytea,
  payload_bytes integer not null,
  received_at timestamptz(3) not null default now(),
  problem text,
  unique (connection_id, delivery_key)
);
-- An encrypted payload does not compress.
alter table inbox alter column payload set storage external;
create index inbox_unreadable on inbox (connection_id, id) where problem is not null;
create index inbox_expirable on inbox (received_at) where payload is not null;

-- The records that are not processed yet. A separate table, so that processing rewrites neither the inbox nor its indexes.
create table inbox_waiting (
  id bigint primary key,
  connection_id text not null,
  since timestamptz(3) not null default now()
);

create table dead_job (
  id text primary key,
  queue text not null,
  name text not null,
  payload jsonb not null,
  connection_id text references connection on delete cascade,
  code text not null,
  problem text not null,
  attempts integer not null,
  at timestamptz(3) not null default now(),
  replay_requested_at timestamptz(3)
);
create index dead_job_connection_id_idx on dead_job (connection_id);
`;
