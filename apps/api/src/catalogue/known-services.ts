import type { KnownService } from '@refrain/analysis';
import { toAppError } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';

/** The maximum time of a request to a provider, because a person waits for the response. */
const timeoutMs = 30_000;

/**
 * Lists the services of stored failures, and the services of connected accounts with the ids that catalogue files use.
 * Reports an unavailable account as a problem instead of throwing an error, because names can be compared without the
 * ids.
 */
export async function listKnownServices({
  store,
  providers,
  listServices,
}: ApiDeps): Promise<{ services: KnownService[]; problems: string[] }> {
  const services: KnownService[] = (await store.catalogue.listServices()).map((name) => ({ name, id: null }));
  const problems: string[] = [];
  for (const connection of await store.connections.list()) {
    if (providers.find(connection.provider)?.listServices === undefined) continue;
    const credential = await store.connections.readCredential(connection.id);
    if (credential === null) continue;
    try {
      services.push(...(await listServices(connection, credential, AbortSignal.timeout(timeoutMs))));
    } catch (thrown) {
      problems.push(`services of ${connection.account} could not be listed: ${toAppError(thrown).message}`);
    }
  }
  return { services, problems };
}
