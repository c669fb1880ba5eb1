import { parsePagerDutyCredential } from '../credential.ts';
import { createPagerDutyClients, type PagerDutyOptions } from '../pagerduty/client.ts';
import { listServices } from '../pagerduty/services.ts';

/**
 * Names and ids of the services that a PagerDuty credential can see: catalogue files name a service by its id.
 * @throws {AppError} as every request to the provider
 */
export async function listPagedServices(
  { baseUrl }: { readonly baseUrl: string | null },
  credential: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { interactive } = createPagerDutyClients(baseUrl, parsePagerDutyCredential(credential), options);
  const services = await listServices(interactive, signal);
  return services.map(({ id, name }) => ({ id, name }));
}
