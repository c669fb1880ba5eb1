import type { Instant } from '@refrain/domain';
import type { Transaction } from 'kysely';
import type { RepositoryRename } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';

/** Renames a repository's streams. If two get the same name, keeps the one with the longer history. */
export async function renameStreams(
  db: Transaction<Database>,
  connectionId: string,
  { from, to }: RepositoryRename,
): Promise<void> {
  const rows = await db
    .selectFrom('stream')
    .select(['stream', 'since'])
    .where('connectionId', '=', connectionId)
    .forUpdate()
    .execute();
  const sinceOf = new Map(rows.map(({ stream, since }) => [stream, since]));
  for (const { stream, since } of rows) {
    const [kind = '', repository] = splitStream(stream);
    if (repository !== from) continue;
    const renamed = `${kind}:${to}`;
    const other = sinceOf.get(renamed);
    if (other !== undefined && reachesFurther(other, since)) {
      await removeStreams(db, connectionId, [stream]);
      continue;
    }
    await removeStreams(db, connectionId, [renamed]);
    for (const table of ['stream', 'completeness'] as const) {
      await db
        .updateTable(table)
        .set({ stream: renamed })
        .where('connectionId', '=', connectionId)
        .where('stream', '=', stream)
        .execute();
    }
    // Problems are deleted, because a problem that persists under the new name is detected again.
    await removeProblems(db, connectionId, [stream]);
  }
}

export async function removeStreams(
  db: Transaction<Database>,
  connectionId: string,
  streams: readonly string[],
): Promise<void> {
  if (streams.length === 0) return;
  for (const table of ['stream', 'completeness'] as const) {
    await db.deleteFrom(table).where('connectionId', '=', connectionId).where('stream', 'in', streams).execute();
  }
  await removeProblems(db, connectionId, streams);
}

async function removeProblems(db: Transaction<Database>, connectionId: string, streams: readonly string[]) {
  await db
    .deleteFrom('connectionProblem')
    .where('connectionId', '=', connectionId)
    .where('subject', 'in', streams)
    .execute();
}

/** Splits `commits:acme/api` into kind and repository; `incidents` has no repository. */
function splitStream(stream: string): [string, string | null] {
  const at = stream.indexOf(':');
  return at < 0 ? [stream, null] : [stream.slice(0, at), stream.slice(at + 1)];
}

function reachesFurther(one: Instant | null, other: Instant | null): boolean {
  return other !== null && (one === null || one < other);
}
