import type { InScope } from '../../contract/failure-source.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../client/client.ts';
import { parsePagerDutyCredential } from '../client/credential.ts';
import { listServices } from './services.ts';

/**
 * Lists the ids and names of the services that a credential sees, since catalogue files name a service by its id.
 * @throws {AppError} like every request to the provider
 */
export async function listCatalogueServices(
  { baseUrl }: { readonly baseUrl: string | null },
  credential: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<readonly InScope[]> {
  const { interactive } = createPagerDutyClients(baseUrl, parsePagerDutyCredential(credential), options);
  const services = await listServices(interactive, signal);
  return services.map(({ id, name }) => ({ id, name }));
}
