import { z } from 'zod';
import { HttpUrl } from '../../records/parse-http-url.ts';
import {
  createGitHubClientForIdentity,
  type GitHubClient,
  type GitHubOptions,
  publicGitHubApiUrl,
} from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { appHookEvents } from '../webhooks/hook-events.ts';
import { checksPermission, neededPermissions } from './permissions.ts';

export interface GitHubAppDraft {
  /** Name of the App, cut to 34 characters. It must be unique on GitHub. */
  readonly name: string;
  readonly publicUrl: string;
  /** URL of the App's webhook; null if GitHub cannot reach this server, in which case the App gets no webhook. */
  readonly webhookUrl: string | null;
  /** GitHub redirects to this URL with `code` and `state` after the App was created. */
  readonly redirectUrl: string;
  /** GitHub redirects to this URL with `installation_id` after the App was installed. */
  readonly setupUrl: string;
}

const maxNameLength = 34;

/** https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest describes the manifest. */
export function createGitHubAppManifest({
  name,
  publicUrl,
  webhookUrl,
  redirectUrl,
  setupUrl,
}: GitHubAppDraft): object {
  const hook =
    webhookUrl === null ? {} : { hook_attributes: { url: webhookUrl, active: true }, default_events: appHookEvents };
  return {
    name: name.slice(0, maxNameLength).trim(),
    url: publicUrl,
    description: 'Finds the failures that keep coming back',
    redirect_url: redirectUrl,
    setup_url: setupUrl,
    setup_on_update: false,
    public: false,
    request_oauth_on_install: false,
    default_permissions: {
      metadata: 'read',
      ...Object.fromEntries(neededPermissions.map(({ key, level }) => [key, level])),
      [checksPermission.key]: checksPermission.level,
    },
    ...hook,
  };
}

/** Returns the web URL for the API root of github.com, an Enterprise Server or a subdomain of ghe.com. */
export function findGitHubWebUrl(baseUrl: string | null): string {
  const { protocol, hostname, origin } = new URL(baseUrl ?? publicGitHubApiUrl);
  const isHosted = hostname === 'api.github.com' || /^api\.[^.]+\.ghe\.com$/u.test(hostname);
  return isHosted ? `${protocol}//${hostname.slice('api.'.length)}` : origin;
}

/** A newly registered App. GitHub returns the key and secrets only once. An App without a webhook has no secret. */
const RegisteredApp = z
  .looseObject({
    id: z.number().int(),
    slug: z.string(),
    name: z.string(),
    owner: z.looseObject({ login: z.string().optional(), slug: z.string().optional() }),
    pem: z.string(),
    webhook_secret: z.string().nullable(),
    client_id: z.string(),
    html_url: z.string(),
  })
  .transform(({ id, slug, name, owner, pem, webhook_secret, client_id, html_url }) => ({
    appId: id,
    slug,
    name,
    ownerLogin: owner.login ?? owner.slug ?? '',
    privateKey: pem,
    webhookSecret: webhook_secret,
    clientId: client_id,
    htmlUrl: html_url,
  }));
export type RegisteredApp = z.output<typeof RegisteredApp>;

/**
 * Exchanges the code from GitHub's redirect. A code is valid once, for an hour. Throws `not_found` for any other code.
 */
export async function exchangeManifestCode(
  baseUrl: string | null,
  code: string,
  signal: AbortSignal,
  options: GitHubOptions,
): Promise<RegisteredApp> {
  const client = createGitHubClientForIdentity(baseUrl, null, options)(signal);
  const url = `/app-manifests/${encodeURIComponent(code)}/conversions`;
  const request = { method: 'POST', url, what: 'the App that was registered' } as const;
  return (await client.request(request, RegisteredApp)).data;
}

export async function listAppInstallations(
  baseUrl: string | null,
  { appId, privateKey }: Pick<RegisteredApp, 'appId' | 'privateKey'>,
  signal: AbortSignal,
  options: GitHubOptions,
): Promise<GitHubAppInstallation[]> {
  const open = createGitHubClientForIdentity(baseUrl, { kind: 'github_app_key', appId, privateKey }, options);
  return fetchAppInstallations(open(signal).urgent);
}

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
    /** Name of the account. GitHub gives the name of an enterprise as a slug instead of a login. */
    account: account?.login ?? account?.slug ?? '',
    seesAll: repository_selection === 'all',
    permissions,
    url: html_url ?? null,
    isSuspended: Boolean(suspended_at),
  }));
export type GitHubAppInstallation = z.output<typeof ListedInstallation>;

/** Lists the installations of an App. Requires a client that is authenticated with the App's key. */
export async function fetchAppInstallations(client: GitHubClient): Promise<GitHubAppInstallation[]> {
  const request = { url: '/app/installations', parameters: { per_page: 100 }, what: "the App's installations" };
  return listAllItems(client, request, ListedInstallation);
}
