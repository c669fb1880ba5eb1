import { AppError, type Correction, type CorrectionDecision } from '@refrain/domain';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { canonicalJson } from './json-text.ts';
import { stableId } from './stable-id.ts';

export interface CorrectionQueries {
  /** The same decision again moves to the end of the order instead of standing there twice. */
  add(decision: CorrectionDecision): Promise<Correction>;
  /** In the order in which they were decided. */
  list(): Promise<Correction[]>;
  /** @throws {AppError} `not_found` */
  remove(id: string): Promise<void>;
}

export function createCorrectionQueries(db: Kysely<Database>): CorrectionQueries {
  return {
    add(decision) {
      const content = canonicalJson(decision);
      return db
        .insertInto('correction')
        .values({ id: stableId('correction', content), decision: content })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((excluded) => ({
            sequence: excluded.ref('excluded.sequence'),
            decidedAt: excluded.ref('excluded.decidedAt'),
          })),
        )
        .returning(['id', 'decision', 'decidedAt'])
        .executeTakeFirstOrThrow();
    },

    list() {
      return db.selectFrom('correction').select(['id', 'decision', 'decidedAt']).orderBy('sequence').execute();
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('correction').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw new AppError('not_found', `There is no correction ${id}`);
    },
  };
}
