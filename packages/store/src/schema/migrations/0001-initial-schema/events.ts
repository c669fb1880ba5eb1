export const eventTables = `
create table event (
  position bigint generated always as identity primary key,
  id text not null unique,
  type text not null,
  pattern_id text,
  report_id text,
  digest_id text,
  at timestamptz(3) not null default now()
);
create index event_at on event (at);

create table subscription (
  id text primary key,
  kind text not null,
  address bytea not null,
  shown text not null,
  secret bytea,
  events jsonb not null,
  scope text not null,
  name text not null,
  period text,
  state text not null default 'on',
  reason text,
  last_delivered_at timestamptz(3),
  last_problem text,
  last_problem_at timestamptz(3),
  failing_since timestamptz(3),
  created_at timestamptz(3) not null default now()
);

create table delivery (
  id text primary key,
  position bigint not null references event on delete cascade,
  subscription_id text not null references subscription on delete cascade,
  state text not null default 'pending',
  attempts integer not null default 0,
  due_at timestamptz(3) not null default now(),
  unique (position, subscription_id)
);
create index delivery_pending on delivery (subscription_id, position) where state = 'pending';
create index delivery_given_up on delivery (subscription_id) where state = 'given_up';
`;
