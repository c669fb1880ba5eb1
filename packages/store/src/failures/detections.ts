import type { Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { changesVersion } from './changes.ts';
import { isInRepository } from './name-indexes.ts';

export interface PendingRevertDetection {
  readonly connectionId: string;
  readonly repository: string;
  /** When the repository was last searched for reverts; null before the first search. */
  readonly checkedAt: Instant | null;
}

/** Records which version of a repository's changes was last searched for reverts. Repeating a search is harmless. */
export function createRevertDetectionQueries(db: Kysely<Database>) {
  return {
    /**
     * Records that a repository was searched for reverts at this version of its changes (from `changes.findVersion`).
     */
    async recordDetection(connectionId: string, repository: string, version: string): Promise<void> {
      await sql`
        insert into detection (connection_id, repository, version)
        select id, ${repository}, ${version} from connection
        where id = ${connectionId} and exists (select from change where connection_id = ${connectionId} and ${isInRepository(repository)})
        on conflict (connection_id, hashtextextended(repository, 0)) do update set
          repository = excluded.repository, version = excluded.version, at = excluded.at`.execute(db);
    },

    /** Lists repositories whose changes differ from those that were last searched for reverts. */
    async listPendingDetections(): Promise<PendingRevertDetection[]> {
      const { rows } = await sql<PendingRevertDetection>`
        select present.connection_id, present.repository, detection.at as checked_at
        from (
          select connection_id, repository, ${changesVersion} as version
          from change group by connection_id, repository
        ) as present
        left join detection on detection.connection_id = present.connection_id
          and hashtextextended(detection.repository, 0) = hashtextextended(present.repository, 0)
          and detection.repository = present.repository
        where detection.version is distinct from present.version
        order by 1, present.repository collate "C"`.execute(db);
      return rows;
    },

    /** Makes the detection pending for all repositories. Needed after the detection rules have changed. */
    async resetDetections(): Promise<void> {
      await sql`delete from detection`.execute(db);
    },
  };
}
