import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether the row is of this repository, in the words of the index on it. A name may be longer than an entry of a B-tree;
 * an index by hash takes longer for each row the more of them one repository has.
 */
export function isOfRepository(repository: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(hashtextextended(repository, 0) = hashtextextended(${repository}, 0) and repository = ${repository})`;
}
