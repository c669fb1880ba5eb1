import { type RawBuilder, sql } from 'kysely';

/** SQL for whether a column contains a known name of a person, in any letter case. */
export function isPersonName(column: string): RawBuilder<boolean> {
  return sql`exists (select from person_name where lower(name) = lower(${sql.ref(column)}))`;
}
