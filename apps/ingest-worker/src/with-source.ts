import type { FailureSource } from '@refrain/connectors';
import { AppError, type Connection, toAppError } from '@refrain/domain';
import { attentionReason, isOver } from './connection-problem.ts';
import type { IngestDeps } from './deps.ts';

/**
 * Asks the provider, and keeps the connection's status in step: a credential that is refused or lacks a permission
 * needs its owner, a later success makes it active again.
 * @param stream what is asked for; null is the account as a whole
 */
export async function withSource<T>(
  deps: Pick<IngestDeps, 'store' | 'openSource'>,
  connection: Connection,
  stream: string | null,
  ask: (source: FailureSource) => Promise<T>,
): Promise<T> {
  const { connections } = deps.store;
  try {
    const answer = await ask(deps.openSource(connection, await readCredential(deps, connection)));
    if (connection.status !== 'active') {
      const streams = (await connections.listStreams(connection.id)).map((row) => row.stream);
      if (isOver(connection.statusReason, stream, streams)) await connections.setStatus(connection.id, 'active', null);
    }
    return answer;
  } catch (thrown) {
    const reason = attentionReason(toAppError(thrown), stream);
    if (reason !== null) await connections.setStatus(connection.id, 'needs_attention', reason);
    throw thrown;
  }
}

async function readCredential({ store }: Pick<IngestDeps, 'store'>, connection: Connection): Promise<string> {
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null)
    throw new AppError('credential_rejected', `No credential is stored for ${connection.account}`);
  return credential;
}
