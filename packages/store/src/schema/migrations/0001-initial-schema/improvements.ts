/** Improvements, the policy that approves them, and everything that is written at a provider. */
export const improvementTables = `
create table improvement (
  id text primary key,
  pattern_id text not null unique references pattern,
  state text not null default 'proposed',
  state_since timestamptz(3) not null default now(),
  reason text,
  title text not null,
  note text,
  guardrail_id text,
  people_hours double precision,
  approved_by text,
  approver jsonb,
  repository text,
  opening boolean not null default false,
  opened_at timestamptz(3),
  issue_number integer,
  issue_url text,
  issue_state text,
  previous_issue_url text,
  problem text,
  synced_at timestamptz(3),
  last_comment_id bigint not null default 0,
  posted jsonb not null default '[]',
  snoozed_until timestamptz(3),
  fix jsonb,
  effect jsonb,
  past_fixes jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check (state <> 'opened' or (repository is not null and issue_number is not null and issue_url is not null))
);
create index improvement_created_at on improvement (created_at, id);
create index improvement_issue on improvement (repository, issue_number);

create table improvement_policy (
  only_row boolean primary key default true check (only_row),
  policy jsonb not null,
  decided_by text not null,
  decided_at timestamptz(3) not null default now()
);

create table provider_write (
  id text primary key,
  connection_id text not null,
  action text not null,
  target text not null,
  why text not null,
  by text not null,
  content jsonb not null,
  state text not null,
  url text,
  problem text,
  undo jsonb,
  undo_requested_by text,
  at timestamptz(3) not null default now(),
  completed_at timestamptz(3)
);
create index provider_write_at on provider_write (at, id);
create index provider_write_target on provider_write (target, at);
create index provider_write_undo on provider_write (at) where undo_requested_by is not null;

create table incident_note (
  id text primary key,
  connection_id text not null,
  incident_id text not null,
  content text not null,
  sender text not null,
  state text not null default 'pending',
  begun_at timestamptz(3) not null default now(),
  unique (connection_id, incident_id)
);
create index incident_note_pending on incident_note (begun_at) where state = 'pending';

create table pull_check (
  id text primary key,
  connection_id text not null,
  repository text not null,
  number integer not null,
  head_sha text not null,
  state text not null,
  pattern_id text,
  failure_ids jsonb not null,
  score double precision not null,
  average_score double precision not null,
  check_run_id bigint,
  is_rerun_requested boolean not null default false,
  url text,
  at timestamptz(3) not null default now(),
  unique (connection_id, repository, number)
);
create index pull_check_pattern on pull_check (pattern_id, repository);
create index pull_check_at on pull_check (at, id);

-- Pull requests that are due for a check.
create table pending_pull_check (
  connection_id text not null references connection on delete cascade,
  repository text not null,
  number integer not null,
  at timestamptz(3) not null default now(),
  tries integer not null default 0,
  primary key (connection_id, repository, number)
);
`;
