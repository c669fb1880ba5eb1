import type { RepositoryOrService } from '../../contract/failure-source.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../client/client.ts';
import { listServices } from './services.ts';

export async function listCatalogueServices(
  { baseUrl }: { readonly baseUrl: string | null },
  credential: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<readonly RepositoryOrService[]> {
  const { interactive } = createPagerDutyClients(baseUrl, credential, options);
  const services = await listServices(interactive, signal);
  return services.map(({ id, name }) => ({ id, name }));
}
