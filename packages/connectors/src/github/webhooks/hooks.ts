import { AppError } from '@refrain/domain';
import type { DesiredWebhook, EnsuredWebhook } from '../../contract/failure-source.ts';
import type { ConnectionLocator } from '../../contract/provider-options.ts';
import { performWebhookWrite } from '../../writes/webhook-write.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient, GitHubRequest } from '../client/client.ts';
import { listScopedRepositories } from '../repositories/repositories.ts';
import { ensureAppHook } from './app-hook.ts';
import { formatHookId, type GitHubHookPaths, parseHookId } from './hook-paths.ts';
import { type EnsuredGitHubHook, ensureListedHook } from './listed-hook.ts';
import { requestHookRedeliveries } from './redeliver.ts';

/** Limits the repository hooks, since creating each takes a second. Larger accounts need a hook of the organisation. */
const maxRepositoryHooks = 50;

type WebhookAccount = Pick<ConnectionLocator, 'account' | 'scope'>;

/** Ensures a webhook of the App, of the organisation, or otherwise of each repository in scope. */
export async function ensureGitHubWebhook(
  client: GitHubClient,
  connection: WebhookAccount,
  wanted: DesiredWebhook,
): Promise<EnsuredWebhook> {
  if (wanted.secret === null) throw new AppError('invalid_input', 'A GitHub webhook needs a secret: set one');
  const { urgent } = client;
  if (urgent.identity.kind === 'github_app') return ensureAppHook(urgent, wanted);
  const known = parseHookId(wanted.id);
  const ofOrganisation = await ensureListedHook(urgent, `/orgs/${connection.account}`, known, wanted);
  // If GitHub rejects the URL for the organisation, it would also reject the URL for repositories.
  if (ofOrganisation.path !== null || ofOrganisation.refusal === 'address') {
    return combineHooks([ofOrganisation], known, wanted);
  }
  return ensureRepositoryHooks(urgent, connection, { known, unshared: ofOrganisation.unshared }, wanted);
}

async function ensureRepositoryHooks(
  client: GitHubClient,
  { account, scope }: WebhookAccount,
  { known, unshared }: { readonly known: GitHubHookPaths; readonly unshared: string | null },
  wanted: DesiredWebhook,
): Promise<EnsuredWebhook> {
  const repositories = (await listScopedRepositories(client, account, scope)).filter(({ archived }) => !archived);
  if (repositories.length > maxRepositoryHooks) {
    const problem = `${repositories.length} repositories are too many for a webhook in each: give the token the organisation's permission "Webhooks: read and write", or connect through a GitHub App. Until then, Refrain polls for changes`;
    return { id: formatHookId(known), state: 'refused', problem, secret: null };
  }
  const hooks: EnsuredGitHubHook[] = [];
  for (const { full_name } of repositories) {
    hooks.push(await ensureListedHook(client, `/repos/${full_name}`, known, wanted));
  }
  return combineHooks(hooks, known, wanted, unshared);
}

/**
 * Combines several hooks into one result with the worst state. A missing new secret appears in the problem but not in
 * the state, because a delivery from any other hook would reset the state.
 */
function combineHooks(
  hooks: readonly EnsuredGitHubHook[],
  known: GitHubHookPaths,
  wanted: DesiredWebhook,
  unsharedElsewhere: string | null = null,
): EnsuredWebhook {
  const paths = hooks.flatMap(({ path }) => (path === null ? [] : [path]));
  const shared = hooks.filter(({ unshared }) => unshared === null);
  const worst = (['refused', 'disabled', 'silent', 'active'] as const).find((state) =>
    (shared.length > 0 ? shared : hooks).some((hook) => hook.state === state),
  );
  const unshared = [...hooks.map((hook) => hook.unshared), unsharedElsewhere].filter((path) => path !== null);
  const id = formatHookId({ paths, unshared: inTurn(unshared, known) });
  const troubled = hooks.filter(({ problem }) => problem !== null);
  const problem = troubled[0]?.problem ?? null;
  const share = troubled.length < hooks.length ? ` (in ${troubled.length} of ${hooks.length} repositories)` : '';
  return {
    id,
    state: worst ?? 'refused',
    problem:
      worst === undefined ? 'No repository is in scope, so there is none to send events' : problem && problem + share,
    secret: null,
    ...(wanted.isSecretDue && id !== null ? { isSecretShared: true } : {}),
    // If another hook works, its deliveries still arrive, so `hasReceived` is not reset.
    ...(wanted.hasReceived && hooks.some(({ isSetUp }) => isSetUp) && hooks.every(({ state }) => state !== 'active')
      ? { resetsReceived: true }
      : {}),
  };
}

/** Moves a hook that again rejected the secret to the end of the list, since each call retries only the first hook. */
function inTurn(unshared: readonly string[], { unshared: [first, ...waiting] }: GitHubHookPaths): string[] {
  const others = unshared.filter((path) => path !== first && !waiting.includes(path));
  return [...waiting, ...others, ...(first === undefined ? [] : [first])].filter((path) => unshared.includes(path));
}

/** Requests redelivery, except from hooks without the present secret, whose deliveries would be rejected again. */
export async function redeliverGitHubWebhooks(
  client: GitHubClient,
  webhook: { readonly id: string; readonly since: string },
): Promise<number> {
  let sent = 0;
  const { paths, unshared } = parseHookId(webhook.id);
  for (const path of paths.filter((one) => !unshared.includes(one)))
    sent += await requestHookRedeliveries(client, path, webhook.since);
  return sent;
}

/** Matches requests for pings and redeliveries, which are not logged because they change nothing. */
const deliveryRequest = /\/(?:pings|attempts)$/u;

export function createHookLoggingClient(client: GitHubClient, log: WriteLog): GitHubClient {
  async function passing<T>(request: GitHubRequest, send: () => Promise<T>): Promise<T> {
    const { method = 'GET', url: path, parameters: content } = request;
    if (method === 'GET' || deliveryRequest.test(path)) return send();
    return performWebhookWrite(log, { method, path, target: locationOf(path), content }, send);
  }
  const logged: GitHubClient = {
    ...client,
    get urgent() {
      return client.urgent === client ? logged : createHookLoggingClient(client.urgent, log);
    },
    request: (request, schema) => passing(request, () => client.request(request, schema)),
    requestIfAny: (request, none, schema) => passing(request, () => client.requestIfAny(request, none, schema)),
  };
  return logged;
}

function locationOf(path: string): string {
  return /^\/(?:orgs|repos)\/(.+?)\/hooks/u.exec(path)?.[1] ?? 'the GitHub App';
}
