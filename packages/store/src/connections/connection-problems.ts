import { AppError, type ConnectionProblemsResponse } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';

type ConnectionProblem = ConnectionProblemsResponse['items'][number];

const subjectsOfAll = ['account', 'permissions', 'scope', 'clock'];
/** Maximum number of problems that a connection's status reason lists. Further problems are only counted. */
const maxReported = 3;

/** Stores problems of connections. A connection with a problem has the status `needs_attention`, otherwise `active`. */
export function createConnectionProblemQueries(db: Kysely<Database>) {
  return {
    /**
     * Stores the problem of one part of a connection; null removes it.
     * @throws {AppError} `not_found` if the connection was removed
     */
    setProblem(connectionId: string, subject: string, problem: string | null): Promise<void> {
      return inTransaction(db, async (transaction) => {
        const connection = await transaction
          .selectFrom('connection')
          .select('id')
          .where('id', '=', connectionId)
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (connection === undefined) throw new AppError('not_found', `There is no connection ${connectionId}`);
        if (problem === null) {
          await transaction
            .deleteFrom('connectionProblem')
            .where('connectionId', '=', connectionId)
            .where('subject', '=', subject)
            .execute();
        } else {
          await sql`
            insert into connection_problem (connection_id, subject, problem) values (${connectionId}, ${subject}, ${problem})
            on conflict (connection_id, subject) do update set problem = excluded.problem`.execute(transaction);
        }
        const reason = describeProblems(await problemsOf(transaction, connectionId));
        await transaction
          .updateTable('connection')
          .set({ status: reason === null ? 'active' : 'needs_attention', statusReason: reason })
          .where('id', '=', connectionId)
          .execute();
      });
    },

    listProblems: (connectionId: string): Promise<ConnectionProblem[]> => problemsOf(db, connectionId),
  };
}

function problemsOf(db: Kysely<Database>, connectionId: string): Promise<ConnectionProblem[]> {
  return db
    .selectFrom('connectionProblem')
    .select(['subject', 'problem'])
    .where('connectionId', '=', connectionId)
    .orderBy(sql`subject collate "C"`)
    .execute();
}

/** Joins the texts of problems. Problems of the whole connection precede problems of a stream. */
function describeProblems(problems: readonly ConnectionProblem[]): string | null {
  if (problems.length === 0) return null;
  const rank = ({ subject }: ConnectionProblem) => subjectsOfAll.indexOf(subject) + 1 || subjectsOfAll.length + 1;
  const ordered = [...problems].sort((a, b) => rank(a) - rank(b));
  const sentences = [...new Set(ordered.map(({ problem }) => problem))];
  const more = sentences.length > maxReported ? [`And ${sentences.length - maxReported} more`] : [];
  return [...sentences.slice(0, maxReported), ...more].map((sentence) => sentence.replace(/\.?$/u, '.')).join(' ');
}
