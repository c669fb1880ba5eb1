import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether a row belongs to the repository, by the indexed hash of the name: a name can exceed the size of a
 * B-tree entry, and a hash index is slow for frequent names.
 */
export function isOfRepository(repository: string): RawBuilder<SqlBool> {
  return isNamed('repository', repository);
}

export function isOfEnvironment(environment: string): RawBuilder<SqlBool> {
  return isNamed('environment', environment);
}

/** `case` hides the comparison of names from the planner's estimate: equal hashes almost always mean equal names. */
function isNamed(column: string, name: string): RawBuilder<SqlBool> {
  const stored = sql.ref(column);
  return sql<SqlBool>`(hashtextextended(${stored}, 0) = hashtextextended(${name}, 0) and case when ${stored} = ${name} then true end)`;
}
