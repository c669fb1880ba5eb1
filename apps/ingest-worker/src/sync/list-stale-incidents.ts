import type { Connection } from '@refrain/domain';
import type { IngestDeps } from '../worker/deps.ts';
import { findStreamRepositoryOrService } from './compare-streams.ts';

/**
 * Lists the external ids of changed incidents that a sync must request one by one, because the stream's list may not show them.
 * The first stream also gets the incidents that are stored under the name of a service without a stream, such as an old name.
 */
export async function listStaleIncidents(
  { store: { connections, failures }, providers }: Pick<IngestDeps, 'store' | 'providers'>,
  { id, provider }: Pick<Connection, 'id' | 'provider'>,
  stream: string,
): Promise<string[]> {
  if (!providers.get(provider).account?.rereadsFailures) return [];
  const location = findStreamRepositoryOrService(stream);
  if (location === null) return failures.listStale(id, null);
  const services = new Map(
    (await connections.listScopeMembers(id))
      .filter(({ state }) => state === 'present')
      .map((member) => [member.id, member.name]),
  );
  const name = services.get(location);
  if (name === undefined) return [];
  const own = await failures.listStale(id, name);
  const pulled = (await connections.listStreams(id)).flatMap((row) => {
    const service = services.get(findStreamRepositoryOrService(row.stream) ?? '');
    return service === undefined ? [] : { stream: row.stream, service };
  });
  if (pulled[0]?.stream !== stream) return own;
  const names = pulled.map(({ service }) => service);
  return [...own, ...(await failures.listStaleOutside(id, names))];
}
