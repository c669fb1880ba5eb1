/** The service catalogue: which repositories contain a service, which services it depends on, and who owns a path. */
export const catalogueTables = `
create table catalogue_entry (
  id text primary key,
  service text not null,
  repository text not null,
  path text,
  environment text,
  origin text not null,
  source text,
  status text not null check (status in ('suggested', 'confirmed', 'rejected')),
  score double precision not null,
  evidence jsonb not null,
  updated_at timestamptz(3) not null default now()
);
create index catalogue_entry_service on catalogue_entry (service, id);

create table service_dependency (
  service text not null,
  depends_on text not null,
  source text not null,
  detail text not null,
  primary key (service, depends_on, source)
);
create index service_dependency_source on service_dependency (source);

create table code_owner (
  source text not null,
  repository text not null,
  path text,
  teams jsonb not null
);
create index code_owner_source on code_owner (source);
create index code_owner_repository on code_owner (lower(repository));
`;
