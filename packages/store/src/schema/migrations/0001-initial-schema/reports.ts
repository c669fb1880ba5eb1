export const reportTables = `
-- The part of a report that lists show. A list never reads a whole report.
create function library_entry(report jsonb) returns jsonb immutable parallel safe language sql as $$
  select jsonb_build_object(
    'pattern', report -> 'pattern',
    'asOf', report -> 'asOf',
    'recurrence', report #> '{measurement,recurrence}',
    'guardrail', report #> '{choice,recommendations,0,guardrail}',
    'episodes', coalesce((
      select jsonb_agg(source order by source ->> 'at' desc) from (
        select source from jsonb_array_elements(report #> '{document,sources}') as source
        where source ->> 'kind' = 'episode' order by source ->> 'at' desc limit 5
      ) as newest
    ), '[]'::jsonb)
  )
$$;

-- The id is a hash of pattern and digest. A unique constraint on both would let two concurrent inserts deadlock.
create table report (
  id text primary key,
  pattern_id text not null references pattern,
  digest text not null,
  report jsonb not null,
  entry jsonb not null generated always as (library_entry(report)) stored,
  created_at timestamptz(3) not null default now(),
  ensured_at timestamptz not null default clock_timestamp()
);
create index report_ensured_at on report (pattern_id, ensured_at);

create table measurement (
  only_row boolean primary key default true check (only_row),
  as_of timestamptz(3) not null,
  content jsonb not null,
  measured_at timestamptz(3) not null default now()
);

create table pattern_measurement (
  pattern_id text primary key references pattern,
  content jsonb not null,
  headline text not null,
  recurrence text generated always as (content ->> 'recurrence') stored,
  direction text generated always as (content #>> '{trend,perWeek,direction}') stored,
  probability30 double precision generated always as (
    (jsonb_path_query_first(content, '$.forecast.horizons[*] ? (@.days == 30).probability') #>> '{}')::double precision
  ) stored
);

create table observed_episode (
  id text primary key,
  pattern_id text,
  cause text not null,
  trigger text not null,
  kinds jsonb not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  precision text not null,
  hours double precision,
  services jsonb not null,
  repositories jsonb not null,
  environments jsonb not null,
  paths jsonb not null,
  failure_ids jsonb not null
);
create index observed_episode_pattern_id on observed_episode (pattern_id);
create index observed_episode_started_at on observed_episode (started_at);

create table observed_change (
  id text primary key,
  at timestamptz(3) not null,
  repository text not null,
  environment text,
  services jsonb not null,
  paths jsonb not null
);
create index observed_change_at on observed_change (at);

create table digest (
  id text primary key,
  scope text not null,
  name text not null,
  period text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  content jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index digest_by_time on digest (starts_at desc, created_at desc, id desc);
create index digest_by_scope on digest (scope, name, period, starts_at desc, created_at desc);
`;
