import type { FailureSource } from '@refrain/connectors';
import { AppError, type Connection, toAppError } from '@refrain/domain';
import type { IngestDeps } from '../worker/deps.ts';
import { accountSubject, problemOf } from './connection-problem.ts';

/**
 * Asks the provider, and keeps the connection's problems in step: a credential that is refused or lacks a permission needs
 * its owner, until a stream is read with it, or `createWatchConnection` has looked. Other answers take nothing back: a source
 * may give them without a request, and then they prove nothing.
 * @param stream what is asked for; null is the account as a whole
 */
export async function withSource<T>(
  deps: Pick<IngestDeps, 'store' | 'openSource'>,
  connection: Connection,
  stream: string | null,
  ask: (source: FailureSource) => Promise<T>,
): Promise<T> {
  const { problems } = deps.store;
  try {
    const answer = await ask(deps.openSource(connection, await readCredential(deps, connection)));
    if (connection.status !== 'active' && stream !== null) {
      await problems.set(connection.id, accountSubject, null);
      await problems.set(connection.id, stream, null);
    }
    return answer;
  } catch (thrown) {
    const met = problemOf(toAppError(thrown), stream);
    if (met !== null) await problems.set(connection.id, met.subject, met.problem);
    throw thrown;
  }
}

async function readCredential({ store }: Pick<IngestDeps, 'store'>, connection: Connection): Promise<string> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null)
    throw new AppError('credential_rejected', `No credential is stored for ${connection.account}`);
  return credential;
}
