import type { Change, Failure } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { countsAsFailure } from '../failures/failure-columns.ts';
import type { Database } from '../schema/database.ts';

/** The input of catalogue suggestions: the newest failures and changes of each service and repository. */
export interface CatalogueSuggestionInput {
  readonly services: readonly string[];
  readonly repositories: readonly string[];
  readonly failures: readonly Pick<
    Failure,
    'kind' | 'title' | 'text' | 'services' | 'repository' | 'occurredAt' | 'resolvedAt' | 'precision' | 'isFailure'
  >[];
  readonly changes: readonly Pick<Change, 'kind' | 'repository' | 'environment' | 'occurredAt' | 'paths'>[];
}

/** Maximum number of failures and changes per service and repository. More would add little information. */
const newest = { failures: 50, changes: 500, changesWithPaths: 100 };
/** Maximum number of characters of a text, because its topic is usually clear from the beginning. */
const textLength = 2_000;

/** Reads the newest failures (without duplicates) and changes of each service and repository. */
export async function readCatalogueSuggestionInput(db: Kysely<Database>): Promise<CatalogueSuggestionInput> {
  const [services, repositories, failures, changes] = await Promise.all([
    listServiceNames(db),
    sql<{ repository: string }>`
      select repository from change union select repository from failure where repository is not null order by 1`.execute(
      db,
    ),
    sql<CatalogueSuggestionInput['failures'][number]>`
      select kind, title, text, services, repository, occurred_at, resolved_at, is_failure
      from (
        select id, kind, title, left(text, ${textLength}) as text, services, repository, occurred_at, resolved_at,
          ${countsAsFailure} as is_failure,
          row_number() over (
            partition by kind, case when kind = 'incident' then services ->> 0 else repository end
            order by occurred_at desc, id
          ) as place
        from failure where duplicate_of is null
      ) ranked
      where place <= ${newest.failures} order by occurred_at, id`.execute(db),
    sql<CatalogueSuggestionInput['changes'][number]>`
      select kind, repository, environment, occurred_at,
        case when place <= ${newest.changesWithPaths} then paths else '[]' end as paths
      from (
        select id, kind, repository, environment, occurred_at, paths,
          row_number() over (partition by repository order by occurred_at desc, id) as place
        from change
      ) ranked
      where place <= ${newest.changes} order by occurred_at, id`.execute(db),
  ]);
  return {
    services,
    repositories: repositories.rows.map(({ repository }) => repository),
    failures: failures.rows,
    changes: changes.rows,
  };
}

export async function listServiceNames(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ service: string }>`
    select distinct service from failure, jsonb_array_elements_text(services) as service order by 1`.execute(db);
  return rows.map(({ service }) => service);
}

export async function listLocationNames(db: Kysely<Database>): Promise<{ services: string[]; repositories: string[] }> {
  const [failing, entries, repositories] = await Promise.all([
    listServiceNames(db),
    db.selectFrom('catalogueEntry').select('service').distinct().execute(),
    sql<{ repository: string }>`
      select repository from failure where repository is not null union select repository from catalogue_entry order by 1`.execute(
      db,
    ),
  ]);
  return {
    services: [...new Set([...failing, ...entries.map(({ service }) => service)])].sort(),
    repositories: repositories.rows.map(({ repository }) => repository),
  };
}
