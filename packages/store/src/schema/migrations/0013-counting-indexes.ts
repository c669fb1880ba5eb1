import { type Migration, sql } from 'kysely';

/**
 * Counting the patterns of a service or a repository read every pattern, with each page of their list; and to see whether
 * anything changed, every failure was read with its text.
 */
export const countingIndexes: Migration = {
  async up(db) {
    await sql`create index pattern_services on pattern using gin (services jsonb_path_ops)`.execute(db);
    await sql`create index pattern_repositories on pattern using gin (repositories jsonb_path_ops)`.execute(db);
    await sql`create index failure_versions on failure (id) include (duplicate_of, is_failure, fingerprint)`.execute(
      db,
    );
    await sql`drop index failure_fingerprint`.execute(db);
    // Without it a group is expected of each failure, and they are sorted on disk.
    await sql`create statistics failure_bucket on (left(coalesce(duplicate_of, id), 2)) from failure`.execute(db);
  },
};
