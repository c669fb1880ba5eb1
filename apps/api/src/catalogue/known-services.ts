import type { KnownService } from '@refrain/analysis';
import type { ProviderAccess } from '@refrain/connectors';
import { toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface KnownServicesDeps extends Pick<ProviderAccess, 'listPagedServices'> {
  readonly store: Pick<Store, 'catalogue' | 'connections'>;
}

/** Milliseconds that a person waits for PagerDuty. */
const patienceMs = 30_000;

/**
 * The services that failures bear, and those of the connected PagerDuty accounts, with the ids by which files name them. An
 * account that does not answer is a problem to tell, not an error: names are compared all the same.
 */
export async function listKnownServices({
  store,
  listPagedServices,
}: KnownServicesDeps): Promise<{ services: KnownService[]; problems: string[] }> {
  const services: KnownService[] = (await store.catalogue.listServices()).map((name) => ({ name, id: null }));
  const problems: string[] = [];
  for (const connection of await store.connections.list()) {
    if (connection.provider !== 'pagerduty') continue;
    const credential = await store.connections.readCredential(connection.id);
    if (credential === null) continue;
    try {
      services.push(...(await listPagedServices(connection, credential, AbortSignal.timeout(patienceMs))));
    } catch (thrown) {
      problems.push(`services of ${connection.account} could not be listed: ${toAppError(thrown).message}`);
    }
  }
  return { services, problems };
}
