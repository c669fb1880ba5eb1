import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether the row is of this repository, in the words of the index on it. A name may be longer than an entry of a B-tree;
 * an index by hash takes longer for each row the more of them one repository has.
 */
export function isOfRepository(repository: string): RawBuilder<SqlBool> {
  return isNamed('repository', repository);
}

/** As `isOfRepository`, of the environment of a failure. */
export function isOfEnvironment(environment: string): RawBuilder<SqlBool> {
  return isNamed('environment', environment);
}

/** That both are equal says no more than that the hashes are: as `case` the planner does not take it for a rarer thing. */
function isNamed(column: string, name: string): RawBuilder<SqlBool> {
  const stored = sql.ref(column);
  return sql<SqlBool>`(hashtextextended(${stored}, 0) = hashtextextended(${name}, 0) and case when ${stored} = ${name} then true end)`;
}
