export const retentionTables = `
create table encryption_key (
  id text primary key,
  proof bytea not null,
  since timestamptz(3) not null default now()
);

create table key_rotation (
  only_row boolean primary key default true check (only_row),
  key_id text not null,
  state text not null default 'running' check (state in ('running', 'done')),
  place jsonb,
  total integer not null,
  done integer not null default 0,
  unreadable integer not null default 0,
  passes integer not null default 1,
  requested_by text not null,
  begun_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);

create table erasure (
  id text primary key,
  kind text not null check (kind in ('repository', 'person')),
  subject bytea,
  state text not null default 'pending' check (state in ('pending', 'done')),
  step text,
  gone jsonb not null default '{}',
  kept jsonb not null default '[]',
  problem text,
  requested_by text not null,
  requested_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
create index erasure_requested_at on erasure (requested_at, id);

-- The secret that keys the hashes of erased names.
create table recognition (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
);

-- Keyed hashes of erased names, so that they are recognised and dropped when a provider sends them again.
create table erased_mark (
  hash text not null,
  kind text not null check (kind in ('repository', 'repository_id', 'person')),
  words integer not null,
  first text not null,
  erasure_id text not null references erasure on delete cascade,
  sequence bigserial not null,
  primary key (kind, hash)
);
`;
