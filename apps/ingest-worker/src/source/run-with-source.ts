import type { FailureSource } from '@refrain/connectors';
import { AppError, type Connection, toAppError } from '@refrain/domain';
import type { IngestDeps } from '../worker/deps.ts';

export const accountProblemSubject = 'account';

const advice: Partial<Record<AppError['code'], string>> = {
  credential_rejected: 'connect the account again with a valid credential',
  permission_missing: 'give the credential this permission, or connect again with one that has it',
};

/**
 * Runs `request` and updates the stored problems of the connection. An error that the owner must resolve is stored as a problem.
 * Only pulling a stream or checking the connection clears the problem, because a source may answer other requests without
 * contacting the provider.
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

/**
 * Describes an error that the owner of the connection must resolve, and what to do; null for temporary errors and errors of this
 * installation. A missing permission or resource affects one stream; any other error affects the account.
 */
export function findConnectionProblem(error: AppError, stream: string | null) {
  const todo = error.code === 'not_found' ? adviceForGone(stream) : advice[error.code];
  if (todo === undefined) return null;
  const message = error.message.includes(todo) ? error.message : `${error.message}; ${todo}`;
  const isOfStream = error.code === 'permission_missing' || error.code === 'not_found';
  return isOfStream && stream !== null
    ? { subject: stream, problem: `${stream}: ${message}` }
    : { subject: accountProblemSubject, problem: message };
}

function adviceForGone(stream: string | null): string {
  return stream === null
    ? 'connect the account again under its current name'
    : 'give the credential access to it again, or connect again without selecting it';
}
