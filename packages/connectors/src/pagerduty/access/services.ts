import { z } from 'zod';
import type { RepositoryOrService } from '../../contract/failure-source.ts';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { createPagerDutyClients, type PagerDutyClient, type PagerDutyOptions } from '../client/client.ts';
import { maxItemsPerTimeWindow } from '../streams/windows.ts';

/** A user is a person, and people own no service. */
const Team = z.looseObject({ type: z.enum(['team', 'team_reference']), summary: z.string().trim().min(1).max(200) });
const PagerDutyService = z.looseObject({
  id: z.string(),
  name: z.string(),
  html_url: z.string().nullish(),
  teams: z.array(Team.nullable().catch(null)).nullish().catch(null),
});
export type ListedPagerDutyService = z.output<typeof PagerDutyService>;
const ServicePage = z.object({ services: z.array(PagerDutyService), more: z.boolean().default(false) });
const limit = 100;

/** Lists the services that the credential can see. PagerDuty's pagination ends at 10,000 services. */
export async function listServices(client: PagerDutyClient): Promise<ListedPagerDutyService[]> {
  const services: ListedPagerDutyService[] = [];
  for (let offset = 0; offset + limit <= maxItemsPerTimeWindow; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) };
    const page = await client.request({ path: '/services', query, what: 'the services' }, ServicePage);
    services.push(...page.services);
    if (!page.more) break;
  }
  return services;
}

/** Lists the teams of a service, sorted; accounts without the teams feature have none. */
export function listTeamsOf({ teams }: Pick<ListedPagerDutyService, 'teams'>): string[] {
  return [...new Set((teams ?? []).flatMap((team) => team?.summary ?? []))].sort();
}

/** Returns the ids of the services whose names match a pattern; null for all services if there are no patterns. */
export async function listServicesInScope(
  client: PagerDutyClient,
  patterns: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (patterns.length === 0) return null;
  const services = await listServices(client);
  return new Set(services.filter(({ name }) => matchesAnyPattern(patterns, name)).map(({ id }) => id));
}

export async function listCatalogueServices(
  { baseUrl }: { readonly baseUrl: string | null },
  credential: string,
  options: PagerDutyOptions,
  signal: AbortSignal,
): Promise<readonly RepositoryOrService[]> {
  const { interactive } = createPagerDutyClients(baseUrl, credential, options);
  const services = await listServices(interactive(signal));
  return services.map(({ id, name }) => ({ id, name }));
}
