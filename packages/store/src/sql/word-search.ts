import { AppError, secondInMs, toAppError } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';

/** Runs `read`, with a statement timeout if `query` contains words, because no index supports the search for words. */
export type WordSearchRunner<Tables> = <T>(
  query: string | undefined,
  read: (db: Kysely<Tables>) => Promise<T>,
) => Promise<T>;

/**
 * Creates a function that sets the timeout for one transaction. Behind a pooler, a session timeout would affect other
 * clients.
 */
export function createWordSearch<Tables>(db: Kysely<Tables>, withinMs: number): WordSearchRunner<Tables> {
  return async (query, read) => {
    if (query === undefined) return read(db);
    const result = db.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = ${sql.lit(withinMs)}`.execute(transaction);
      return read(transaction);
    });
    return result.catch((thrown: unknown) => {
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
    `The search for these words took longer than ${withinMs / secondInMs} s. Restrict it to a service or a time, or try again later.`,
  );
}
