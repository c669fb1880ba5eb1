export const patternTables = `
create table pattern (
  id text primary key,
  name text not null,
  lesson text not null,
  scenario jsonb,
  terms jsonb not null,
  searched text not null generated always as (lower(name || ' ' || lesson || ' ' || terms::text)) stored,
  cause text not null,
  causes jsonb,
  trigger text not null,
  triggers jsonb,
  services jsonb not null,
  repositories jsonb not null,
  confidence double precision not null,
  incidents integer not null,
  failed_deployments integer not null,
  reverted_changes integer not null,
  episodes integer not null,
  harm double precision not null,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  judgement text,
  fingerprint text not null,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  report_pending_since timestamptz(3)
);
create index pattern_harm on pattern (harm, last_at, id) where retired_at is null;
create index pattern_episodes on pattern (episodes, last_at, id) where retired_at is null;
create index pattern_first_at on pattern (first_at, id) where retired_at is null;
create index pattern_last_at on pattern (last_at, id) where retired_at is null;
create index pattern_services on pattern using gin (services jsonb_path_ops);
create index pattern_repositories on pattern using gin (repositories jsonb_path_ops);
create index pattern_report_pending on pattern (report_pending_since) where report_pending_since is not null;

create table pattern_member (
  failure_id text primary key references failure on delete cascade,
  pattern_id text not null references pattern,
  confidence double precision not null,
  evidence jsonb not null,
  provisional boolean not null default false
);
create index pattern_member_pattern on pattern_member (pattern_id);
create index pattern_member_provisional on pattern_member (failure_id) where provisional;

create table pattern_lineage (
  pattern_id text not null,
  related_pattern_id text not null,
  kind text not null,
  at timestamptz(3) not null default now(),
  primary key (pattern_id, related_pattern_id, kind)
);
create index pattern_lineage_related on pattern_lineage (related_pattern_id);

create table episode_member (
  failure_id text primary key references failure on delete cascade,
  episode_id text not null
);
create index episode_member_episode on episode_member (episode_id);

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

create table change_assessment (
  failure_id text primary key references failure on delete cascade,
  verdict text not null,
  confidence double precision not null,
  evidence jsonb not null,
  is_decided boolean not null,
  candidates jsonb not null,
  resolved_by jsonb not null
);

create table correction (
  id text primary key,
  sequence bigserial not null,
  decision jsonb not null,
  decided_at timestamptz(3) not null default now(),
  decided_by jsonb
);

create table clustering_state (
  only_row boolean primary key default true check (only_row),
  input_version text not null,
  clustered_at timestamptz(3) not null default now(),
  begun_at timestamptz(3),
  took_ms integer,
  known_from timestamptz(3),
  known_until timestamptz(3),
  is_writing boolean not null default false
);
`;
