import type { PatternFacets } from '@refrain/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { createFacetConditions, createNonFacetConditions, type PatternFilter } from './pattern-filter.ts';

type Facet = keyof PatternFacets;

/** Maximum number of values per facet. Only services and repositories can have more. */
const maxValues = 100;

const valuesOf: Readonly<Record<Facet, RawBuilder<string>>> = {
  kind: sql`unnest(array[
    case when incidents > 0 then 'incident' end, case when failed_deployments > 0 then 'failed_deployment' end,
    case when reverted_changes > 0 then 'reverted_change' end])`,
  cause: sql`cause`,
  trigger: sql`trigger`,
  service: sql`jsonb_array_elements_text(services)`,
  repository: sql`jsonb_array_elements_text(repositories)`,
  recurrence: sql`recurrence`,
  direction: sql`direction`,
  judgement: sql`coalesce(judgement, 'none')`,
  improvement: sql`coalesce(state, 'none')`,
};
const facets = Object.keys(valuesOf) as Facet[];

/**
 * Counts for each facet value the patterns that match the conditions of all other facets, highest count first. A
 * pattern that only the condition of one facet excludes still counts in that facet.
 */
export async function countPatternFacets(db: Kysely<Database>, filter: PatternFilter): Promise<PatternFacets> {
  const failed = Object.entries(createFacetConditions(filter)).map(
    ([facet, condition]) => sql`case when (${condition}) is not true then ${facet}::text end`,
  );
  const counts = facets.map(
    (facet) => sql`(
      select ${facet}::text as facet, value, count(*)::integer as count
      from (select ${valuesOf[facet]} as value from candidate where failed in ('', ${facet})) as shown
      where value is not null group by value order by count desc, value limit ${maxValues})`,
  );
  const { rows } = await sql<{ facet: Facet; value: string; count: number }>`
    with candidate as materialized (
      select
        incidents, failed_deployments, reverted_changes, cause, trigger, services, repositories, judgement,
        recurrence, direction, improvement.state, array_to_string(array[${sql.join(failed)}], ' ') as failed
      from pattern
      left join pattern_measurement on pattern_measurement.pattern_id = pattern.id
      left join improvement on improvement.pattern_id = pattern.id
      where ${createNonFacetConditions(filter)}
    )
    ${sql.join(counts, sql` union all `)}`.execute(db);
  const valuesIn = (facet: Facet) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return Object.fromEntries(facets.map((facet) => [facet, valuesIn(facet)])) as PatternFacets;
}
