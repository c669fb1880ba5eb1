import { AppError, type ConnectionScope } from '@refrain/domain';
import type { EnsuredWebhook, WantedWebhook } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { listScopedRepositories } from '../repositories/repositories.ts';
import { ensureAppHook } from './app-hook.ts';
import { hookIdOf, hooksOf, type KnownHooks } from './hook-paths.ts';
import { type EnsuredHook, ensureListedHook } from './listed-hook.ts';
import { redeliverHook } from './redeliver.ts';

/**
 * Each repository costs requests and a second for its write, so larger accounts need an organisation's or an App's
 * hook.
 */
const maxRepositoryHooks = 50;

export interface HookedAccount {
  readonly account: string;
  readonly scope: ConnectionScope;
}

/**
 * Ensures that GitHub sends its events to the address: through the App's own webhook, through one of the organisation,
 * or, if the token may not set that up or the account is a user, through one of each repository in scope.
 */
export async function ensureGitHubWebhook(
  client: GitHubClient,
  connection: HookedAccount,
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  if (wanted.secret === null) throw new AppError('invalid_input', 'A GitHub webhook needs a secret: give it one');
  const { urgent } = client;
  if (urgent.as.kind === 'github_app') return ensureAppHook(urgent, wanted, signal);
  const known = hooksOf(wanted.id);
  const ofOrganisation = await ensureListedHook(urgent, `/orgs/${connection.account}`, known, wanted, signal);
  // GitHub checks the address only if the credential may set one, so other places would refuse it too.
  if (ofOrganisation.path !== null || ofOrganisation.refusal === 'address') {
    return together([ofOrganisation], known, wanted);
  }
  return ensureRepositoryHooks(urgent, connection, { known, unshared: ofOrganisation.unshared }, wanted, signal);
}

async function ensureRepositoryHooks(
  client: GitHubClient,
  { account, scope }: HookedAccount,
  { known, unshared }: { readonly known: KnownHooks; readonly unshared: string | null },
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const repositories = (await listScopedRepositories(client, account, scope, signal)).filter(
    ({ archived }) => !archived,
  );
  if (repositories.length > maxRepositoryHooks) {
    const problem = `${repositories.length} repositories are too many for a webhook in each: give the token the organisation's permission "Webhooks: read and write", or connect by GitHub App. Until then Refrain looks for news by itself`;
    return { id: hookIdOf(known), state: 'refused', problem, secret: null };
  }
  const hooks: EnsuredHook[] = [];
  for (const { full_name } of repositories) {
    hooks.push(await ensureListedHook(client, `/repos/${full_name}`, known, wanted, signal));
  }
  return together(hooks, known, wanted, unshared);
}

/**
 * Returns the worst state of any hook, so that it is shown. If only some hooks accepted a new secret, the others are
 * reported as a problem in addition to their state, because each delivery could reset a refusal.
 */
function together(
  hooks: readonly EnsuredHook[],
  known: KnownHooks,
  wanted: WantedWebhook,
  unsharedElsewhere: string | null = null,
): EnsuredWebhook {
  const paths = hooks.flatMap(({ path }) => (path === null ? [] : [path]));
  const shared = hooks.filter(({ unshared }) => unshared === null);
  const worst = (['refused', 'disabled', 'silent', 'active'] as const).find((state) =>
    (shared.length > 0 ? shared : hooks).some((hook) => hook.state === state),
  );
  const unshared = [...hooks.map((hook) => hook.unshared), unsharedElsewhere].filter((path) => path !== null);
  const id = hookIdOf({ paths, unshared: inTurn(unshared, known) });
  const troubled = hooks.filter(({ problem }) => problem !== null);
  const problem = troubled[0]?.problem ?? null;
  const share = troubled.length < hooks.length ? ` (in ${troubled.length} of ${hooks.length} repositories)` : '';
  return {
    id,
    state: worst ?? 'refused',
    problem:
      worst === undefined ? 'No repository is in scope, so that none can send events' : problem && problem + share,
    secret: null,
    ...(wanted.isSecretDue && id !== null ? { isSecretShared: true } : {}),
    // If other hooks continued to work, earlier deliveries may be theirs.
    ...(wanted.hasReceived && hooks.some(({ isSetUp }) => isSetUp) && hooks.every(({ state }) => state !== 'active')
      ? { resetsReceived: true }
      : {}),
  };
}

/** Each call retries the first hook (`listed-hook.ts`). If that failed, it moves to the end. */
function inTurn(unshared: readonly string[], { unshared: [first, ...waiting] }: KnownHooks): string[] {
  const others = unshared.filter((path) => path !== first && !waiting.includes(path));
  return [...waiting, ...others, ...(first === undefined ? [] : [first])].filter((path) => unshared.includes(path));
}

/**
 * Requests redelivery of what GitHub could not deliver since then, as far back as it stores deliveries. Hooks without
 * the present secret are skipped, because their deliveries would be refused again.
 * @param webhook `id` from `ensureGitHubWebhook`
 */
export async function redeliverGitHub(
  client: GitHubClient,
  webhook: { readonly id: string; readonly since: string },
  signal: AbortSignal,
): Promise<number> {
  let sent = 0;
  const { paths, unshared } = hooksOf(webhook.id);
  for (const path of paths.filter((one) => !unshared.includes(one)))
    sent += await redeliverHook(client, path, webhook.since, signal);
  return sent;
}
