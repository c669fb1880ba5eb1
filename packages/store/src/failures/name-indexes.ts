import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether a row belongs to the repository. The index contains hashes of names, because a name can exceed the size
 * of a B-tree entry, and an index of type `hash` is slow for frequent values.
 */
export function isInRepository(repository: string): RawBuilder<SqlBool> {
  return isNamed('repository', repository);
}

export function isInEnvironment(environment: string): RawBuilder<SqlBool> {
  return isNamed('environment', environment);
}

/** `case` prevents the planner from multiplying the selectivities of hash and name as if they were independent. */
function isNamed(column: string, name: string): RawBuilder<SqlBool> {
  const stored = sql.ref(column);
  return sql<SqlBool>`(hashtextextended(${stored}, 0) = hashtextextended(${name}, 0) and case when ${stored} = ${name} then true end)`;
}
