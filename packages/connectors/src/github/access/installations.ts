import { z } from 'zod';
import { HttpUrl } from '../../records/parse-http-url.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';

const ListedInstallation = z
  .looseObject({
    id: z.number().int(),
    account: z.looseObject({ login: z.string().optional(), slug: z.string().optional() }).nullable(),
    repository_selection: z.string().nullish(),
    permissions: z.record(z.string(), z.string()).default({}),
    html_url: HttpUrl.nullish().catch(null),
    suspended_at: z.string().nullish(),
  })
  .transform(({ id, account, repository_selection, permissions, html_url, suspended_at }) => ({
    id,
    /** Account name. Enterprises have a slug instead of a login. */
    account: account?.login ?? account?.slug ?? '',
    seesAll: repository_selection === 'all',
    permissions,
    url: html_url ?? null,
    isSuspended: Boolean(suspended_at),
  }));
export type Installation = z.output<typeof ListedInstallation>;

/** Lists the installations of an App. Requires a client that is authenticated with the App's key. */
export async function listInstallations(client: GitHubClient, signal: AbortSignal): Promise<Installation[]> {
  const request = { url: '/app/installations', parameters: { per_page: 100 }, what: "the App's installations" };
  return listAllItems(client, request, ListedInstallation, signal);
}
