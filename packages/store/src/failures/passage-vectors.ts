import { createHash } from 'node:crypto';
import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { countsAsFailure } from './failure-columns.ts';

/** The text of a failure whose vectors are missing. */
export interface FailureText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface PassageVectors {
  /** The vectors one after another */
  readonly values: Int8Array;
  /** Number of vectors, which is the number of passages including the title */
  readonly count: number;
}

/** Vectors of a failure and of its duplicates. */
export interface FailureVectors extends PassageVectors {
  readonly id: string;
}

/** Duplicates have vectors too, because the search index adds their texts to those of the primary failure. */
const needsVectors = sql<SqlBool>`(${countsAsFailure} or duplicate_of is not null)`;
/** Selects the digests of the models whose vectors all failures have. */
export const modelsOfAllFailures = sql`
  select model from failure_vectors inner join failure on failure.id = failure_vectors.failure_id
  where ${needsVectors}
  group by model having count(*) = (select count(*) from failure where ${needsVectors})`;
const primary = sql<string>`coalesce(failure.duplicate_of, failure.id)`;
/** Vectors that were computed up to this long before the newest known ones may have become visible after them. */
const maxCommitDelaySeconds = 10;

export function createPassageVectorQueries(db: Kysely<Database>) {
  const isMissing = (model: string) => sql<SqlBool>`not exists (
    select from failure_vectors where failure_vectors.failure_id = failure.id and failure_vectors.model = ${model})`;

  return {
    /**
     * Computes and stores the vectors of up to `limit` failures that have none of this model, newest first. Failures with
     * the same text share the computation. Only one process computes at a time; the others return 0.
     * @param compute returns the vectors of each text
     * @returns the number of failures that got vectors
     */
    computeMissingVectors(
      model: string,
      limit: number,
      compute: (texts: readonly FailureText[]) => Promise<readonly PassageVectors[]>,
    ): Promise<number> {
      return inTransaction(db, async (transaction) => {
        const { rows } = await sql<{ locked: boolean }>`
          select pg_try_advisory_xact_lock(hashtextextended('refrain/vectors', 0)) as locked`.execute(transaction);
        if (rows[0]?.locked !== true) return 0;
        const missing = await transaction
          .selectFrom('failure')
          .select(['id', 'title', 'text'])
          .where(needsVectors)
          .where(isMissing(model))
          .orderBy('occurredAt', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        const texts = new Map(missing.map((failure) => [digestText(failure), failure]));
        const known = await readVectorsByText(transaction, model, [...texts.keys()]);
        const unknown = [...texts].filter(([digest]) => !known.has(digest));
        const computed = await compute(unknown.map(([, text]) => text));
        for (const [at, [digest]] of unknown.entries()) known.set(digest, computed[at] as PassageVectors);
        for (const failure of missing) {
          const digest = digestText(failure);
          const { values, count } = known.get(digest) as PassageVectors;
          const row = { model, textDigest: digest, vectors: Buffer.from(values), count };
          await transaction
            .insertInto('failureVectors')
            .values({ failureId: failure.id, ...row })
            .onConflict((conflict) =>
              conflict.column('failureId').doUpdateSet({ ...row, computedAt: sql<Instant>`clock_timestamp()` }),
            )
            .execute();
        }
        return missing.length;
      });
    },

    /**
     * Reads the vectors of all failures, which for a duplicate are not added to those of its primary failure. Returns null
     * while any failure has no vectors of this model.
     */
    readAllVectors(model: string): Promise<FailureVectors[] | null> {
      const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
      return snapshot.execute(async (transaction) => {
        const complete = await sql<{ readonly model: string }>`${modelsOfAllFailures}`.execute(transaction);
        if (complete.rows.every((row) => row.model !== model)) return null;
        const rows = await transaction
          .selectFrom('failureVectors')
          .select(['failureId as id', 'vectors', 'count'])
          .where('model', '=', model)
          .execute();
        return rows.map(({ id, vectors, count }) => ({ id, values: toInt8Array(vectors), count }));
      });
    },

    /** Counts the failures that need vectors, and those that have vectors of this model. */
    async countVectors(model: string): Promise<{ needed: number; computed: number }> {
      const { rows } = await sql<{ needed: number; computed: number }>`
        select count(*)::integer as needed, count(failure_vectors.failure_id)::integer as computed
        from failure left join failure_vectors on failure_vectors.failure_id = failure.id and failure_vectors.model = ${model}
        where ${needsVectors}`.execute(db);
      return rows[0] ?? { needed: 0, computed: 0 };
    },

    /**
     * Lists the failures that got vectors of this model since `since`, or all that have vectors if `since` is null. Lists
     * the primary failure for a duplicate.
     * @returns the ids, and the time to pass to the next call
     */
    async listFailuresWithVectors(
      model: string,
      since: Instant | null,
    ): Promise<{ readonly ids: string[]; readonly until: Instant | null }> {
      const rows = await db
        .selectFrom('failureVectors')
        .innerJoin('failure', 'failure.id', 'failureVectors.failureId')
        .select([primary.as('id'), 'failureVectors.computedAt'])
        .where('failureVectors.model', '=', model)
        .$if(since !== null, (query) =>
          query.where(
            sql<SqlBool>`computed_at > ${since}::timestamptz - make_interval(secs => ${maxCommitDelaySeconds})`,
          ),
        )
        .orderBy('failureVectors.computedAt')
        .execute();
      return { ids: [...new Set(rows.map(({ id }) => id))], until: rows.at(-1)?.computedAt ?? since };
    },

    /** Reads the vectors of failures, each with those of its duplicates. Omits failures without vectors of this model. */
    async readVectors(model: string, ids: readonly string[]): Promise<FailureVectors[]> {
      const rows = await db
        .selectFrom('failureVectors')
        .innerJoin('failure', 'failure.id', 'failureVectors.failureId')
        .select([primary.as('id'), 'failureVectors.vectors', 'failureVectors.count'])
        .where('failureVectors.model', '=', model)
        .where(sql<SqlBool>`(failure.id = any(${ids}) or failure.duplicate_of = any(${ids}))`)
        // The vectors of the failure itself come first.
        .orderBy(sql`failure.duplicate_of nulls first`)
        .orderBy('failure.id')
        .execute();
      const parts = new Map<string, { vectors: Buffer[]; count: number }>();
      for (const { id, vectors, count } of rows) {
        const known = parts.get(id) ?? { vectors: [], count: 0 };
        parts.set(id, { vectors: [...known.vectors, vectors], count: known.count + count });
      }
      return [...parts].map(([id, { vectors, count }]) => ({ id, values: toInt8Array(Buffer.concat(vectors)), count }));
    },
  };
}

async function readVectorsByText(
  db: Kysely<Database>,
  model: string,
  digests: readonly string[],
): Promise<Map<string, PassageVectors>> {
  const rows = await db
    .selectFrom('failureVectors')
    .select(['textDigest', 'vectors', 'count'])
    .where(sql<SqlBool>`text_digest = any(${digests})`)
    .where('model', '=', model)
    .execute();
  return new Map(rows.map(({ textDigest, vectors, count }) => [textDigest, { values: toInt8Array(vectors), count }]));
}

function digestText({ title, text }: FailureText): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('hex').slice(0, 32);
}

function toInt8Array({ buffer, byteOffset, byteLength }: Buffer): Int8Array {
  return new Int8Array(buffer, byteOffset, byteLength);
}
