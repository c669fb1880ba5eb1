import { AppError, secondInMs, toAppError } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';

/** Reads with words that are looked for in all that fits else, which no index tells: for so long at most. */
export type SearchWords<Tables> = <T>(
  query: string | undefined,
  read: (db: Kysely<Tables>) => Promise<T>,
) => Promise<T>;

/**
 * What reads without words is not held to it. The limit is of a transaction, as a pooler hands a connection on to others with
 * what a session has set.
 * @param withinMs of each statement
 */
export function createWordSearch<Tables>(db: Kysely<Tables>, withinMs: number): SearchWords<Tables> {
  return async (query, read) => {
    if (query === undefined) return read(db);
    const reading = db.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = ${sql.lit(withinMs)}`.execute(transaction);
      return read(transaction);
    });
    return reading.catch((thrown: unknown) => {
      throw isTooLong(thrown) ? tooLong(withinMs) : thrown;
    });
  };
}

function isTooLong(thrown: unknown): boolean {
  return toAppError(thrown).context.sqlState === '57014';
}

function tooLong(withinMs: number): AppError {
  return new AppError(
    'unavailable',
    `These words were looked for ${withinMs / secondInMs} s long: narrow it down, as by a service or a time, or ask again later.`,
  );
}
