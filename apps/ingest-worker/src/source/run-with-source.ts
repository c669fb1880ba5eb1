import type { FailureSource } from '@refrain/connectors';
import { AppError, type Connection, toAppError } from '@refrain/domain';
import type { IngestDeps } from '../worker/deps.ts';
import { accountProblemSubject, findConnectionProblem } from './connection-problem.ts';

/**
 * Runs `use`, which sends requests to the provider, and updates the stored problems of the connection. An error that the owner must
 * resolve is shown until a stream was pulled or the connection was checked. Other successful requests clear no problem, because a
 * source may answer them without contacting the provider.
 * @param stream the requested stream; null for the account as a whole
 */
export async function runWithSource<T>(
  deps: Pick<IngestDeps, 'store' | 'openSource'>,
  connection: Connection,
  stream: string | null,
  request: (source: FailureSource) => Promise<T>,
): Promise<T> {
  const { connections } = deps.store;
  try {
    const response = await request(deps.openSource(connection, await readCredential(deps, connection)));
    if (connection.status !== 'active' && stream !== null) {
      await connections.setProblem(connection.id, accountProblemSubject, null);
      await connections.setProblem(connection.id, stream, null);
    }
    return response;
  } catch (thrown) {
    const found = findConnectionProblem(toAppError(thrown), stream);
    if (found !== null) await connections.setProblem(connection.id, found.subject, found.problem);
    throw thrown;
  }
}

async function readCredential({ store }: Pick<IngestDeps, 'store'>, connection: Connection): Promise<string> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null)
    throw new AppError(
      'credential_rejected',
      `No credential is stored for ${connection.account}: connect the account again with a credential`,
    );
  return credential;
}
