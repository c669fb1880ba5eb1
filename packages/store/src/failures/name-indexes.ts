import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether a row is of this repository, with the expression of its index. A name can exceed the size of a B-tree
 * entry, and a hash index slows down for each row of a frequent repository.
 */
export function isOfRepository(repository: string): RawBuilder<SqlBool> {
  return isNamed('repository', repository);
}

/** Tests the environment of a failure like `isOfRepository`. */
export function isOfEnvironment(environment: string): RawBuilder<SqlBool> {
  return isNamed('environment', environment);
}

/**
 * Equality of the names follows almost surely from equality of the hashes. Written as `case`, the planner does not
 * estimate it as an additional restriction.
 */
function isNamed(column: string, name: string): RawBuilder<SqlBool> {
  const stored = sql.ref(column);
  return sql<SqlBool>`(hashtextextended(${stored}, 0) = hashtextextended(${name}, 0) and case when ${stored} = ${name} then true end)`;
}
