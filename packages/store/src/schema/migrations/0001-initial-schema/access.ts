import { initialAdminId } from '@refrain/domain';

export const accessTables = `
create table app_user (
  id text primary key,
  name text not null,
  email text,
  role text not null,
  role_from_provider boolean not null default false,
  sign_in_method text not null,
  subject text not null,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3),
  disabled_at timestamptz(3),
  unique (sign_in_method, subject)
);
insert into app_user (id, name, role, sign_in_method, subject)
values ('${initialAdminId}', 'Local admin', 'admin', 'link', '${initialAdminId}');

create table api_token (
  id text primary key,
  name text not null,
  hash text not null unique,
  user_id text not null references app_user on delete cascade,
  scopes text[] not null,
  parent_id text references api_token on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index api_token_user_id_idx on api_token (user_id);
create index api_token_parent_id on api_token (parent_id);

create table sign_in_link (
  hash text primary key,
  user_id text not null references app_user on delete cascade,
  token_id text references api_token on delete cascade,
  expires_at timestamptz(3) not null
);
create index sign_in_link_user_id_idx on sign_in_link (user_id);
create index sign_in_link_token_id on sign_in_link (token_id);

create table session (
  id text primary key,
  hash text not null unique,
  former_hash text unique,
  user_id text not null references app_user on delete cascade,
  token_id text references api_token on delete cascade,
  via text not null,
  client text,
  created_at timestamptz(3) not null default now(),
  used_at timestamptz(3) not null default now(),
  renewed_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
create index session_user_id on session (user_id);
create index session_token_id on session (token_id);

-- Keeps the user's id and name without a foreign key, so that the log outlives the user.
create table decision (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  via text not null,
  user_id text,
  user_name text not null,
  via_id text,
  token_name text,
  operation text not null,
  subject jsonb not null,
  detail jsonb not null default '{}',
  state text not null default 'begun'
);
create index decision_at_idx on decision (at);
create index decision_operation_id_idx on decision (operation, id);
create index decision_user_id_id_idx on decision (user_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a finished decision cannot be changed' using errcode = 'restrict_violation';
end $$;
-- A finished decision never changes, except when the data of a person in it is erased.
create trigger decision_stays before update or delete on decision
for each row when (old.state = 'done' and coalesce(current_setting('refrain.erasure', true), '') <> 'on')
execute function refuse_change();

-- Responses to requests that carry an Idempotency-Key.
create table repeatable_request (
  id text primary key,
  fingerprint text not null,
  attempt text not null,
  answer bytea,
  begun_at timestamptz(3) not null default now()
);
create index repeatable_request_begun_at on repeatable_request (begun_at);
`;
