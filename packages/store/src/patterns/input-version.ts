import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';

/**
 * Returns the digest of the clustering input. The fingerprints of rows are added up, because their order does not
 * matter. The order of corrections matters, because a later one may override an earlier one.
 */
export async function readInputVersion(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{
    failures: string;
    changes: string;
    corrections: string;
    catalogue: string;
    dependencies: string;
  }>`
    select
      (select concat(count(*), ':', sum(fingerprint)) from failure) as failures,
      (select concat(count(*), ':', sum(fingerprint)) from change) as changes,
      (select coalesce(string_agg(id, ',' order by sequence), '') from correction) as corrections,
      (select coalesce(string_agg(concat(id, status), ',' order by id), '') from catalogue_entry where status <> 'suggested')
        as catalogue,
      (select coalesce(string_agg(concat(service, ':', depends_on), ',' order by service, depends_on), '') from service_dependency)
        as dependencies`.execute(db);
  return sha256(JSON.stringify(rows[0])).slice(0, 32);
}
