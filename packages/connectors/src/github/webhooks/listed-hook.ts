import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { DesiredWebhook } from '../../contract/failure-source.ts';
import type { GitHubClient, GitHubRequest } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { hookEvents, listMissingHookEvents } from './hook-events.ts';
import type { GitHubHookPaths } from './hook-paths.ts';
import { describeHookDeliveryProblem, findLastHookDelivery } from './last-delivery.ts';

const Hook = z.looseObject({
  id: z.number().int(),
  active: z.boolean(),
  events: z.array(z.string()),
  config: z.looseObject({ url: z.string().nullish(), content_type: z.string().nullish() }),
});
type Hook = z.output<typeof Hook>;

/** Result of ensuring a hook. `path` is the API path; null without a hook. */
export interface EnsuredGitHubHook {
  readonly path: string | null;
  readonly state: 'silent' | 'active' | 'disabled' | 'refused';
  readonly problem: string | null;
  readonly refusal: 'credential' | 'address' | null;
  /** API path of the hook if it lacks the present secret; null otherwise. */
  readonly unshared: string | null;
  /** Whether the hook was just created, or its URL was just changed to the webhook URL. */
  readonly isSetUp?: true;
}

/**
 * Ensures one enabled hook of `ownerPath`, such as `/orgs/acme`. Of the known hooks that lack a new secret, only the first
 * is retried per call, because each retry costs a write, and a refusal mostly applies to all.
 */
export async function ensureListedHook(
  client: GitHubClient,
  ownerPath: string,
  known: GitHubHookPaths,
  wanted: DesiredWebhook,
): Promise<EnsuredGitHubHook> {
  const what = `the webhooks of ${ownerPath.split('/').slice(2).join('/')}`;
  const list = `${ownerPath}/hooks`;
  const hooks = await unlessRefused(() =>
    listAllItems(client, { url: list, parameters: { per_page: 100 }, what }, Hook),
  );
  const lacking = wanted.isSecretDue ? known.paths : known.unshared;
  if ('refused' in hooks) {
    const unshared = lacking.find((path) => path.startsWith(`${list}/`)) ?? null;
    return { ...refused(hooks.refused, wanted), unshared };
  }
  const present =
    hooks.done.find(({ id }) => known.paths.includes(`${list}/${id}`)) ??
    hooks.done.find(({ config }) => config.url === wanted.url);
  if (present === undefined) return create(client, { method: 'POST', url: list, what }, wanted);
  const path = `${list}/${present.id}`;
  if (!wanted.isSecretDue && !known.unshared.includes(path)) {
    return keep(client, { url: path, what }, present, wanted);
  }
  const isNext = wanted.isSecretDue || known.unshared[0] === path;
  const kept = isNext ? await keep(client, { url: path, what }, present, { ...wanted, hasReceived: false }) : null;
  return kept !== null && kept.refusal === null ? kept : withoutSecret(path, present, kept);
}

/** Returns the result for a hook that kept its previous secret. Refrain will soon reject deliveries signed with it. */
function withoutSecret(path: string, { active }: Hook, kept: EnsuredGitHubHook | null): EnsuredGitHubHook {
  const problem =
    'The GitHub token may not give the webhook its new secret, so its deliveries are rejected a day after the secret was created: give it "Webhooks: read and write" (a classic one admin:org_hook or admin:repo_hook), or connect through a GitHub App';
  return {
    path,
    state: active ? 'refused' : 'disabled',
    problem: kept?.refusal === 'address' ? kept.problem : problem,
    refusal: kept?.refusal ?? 'credential',
    unshared: path,
  };
}

/** Creates a hook, to which GitHub sends a ping automatically. */
async function create(
  client: GitHubClient,
  request: GitHubRequest,
  wanted: DesiredWebhook,
): Promise<EnsuredGitHubHook> {
  const parameters = { name: 'web', ...settingsOf(wanted) };
  const created = await unlessRefused(() => client.request({ ...request, parameters }, Hook));
  if ('refused' in created) return refused(created.refused, wanted);
  const path = `${request.url}/${created.done.data.id}`;
  return { path, state: 'silent', problem: null, refusal: null, unshared: null, isSetUp: true };
}

/** Updates and enables a hook. GitHub does not return the secret, so it is set again until a delivery arrives. */
async function keep(
  client: GitHubClient,
  request: GitHubRequest,
  present: Hook,
  wanted: DesiredWebhook,
): Promise<EnsuredGitHubHook> {
  const path = request.url;
  const hasUrl = present.config.url === wanted.url;
  const isRight =
    hasUrl && present.config.content_type === 'json' && listMissingHookEvents(present.events).length === 0;
  const active = { path, state: 'active', problem: null, refusal: null, unshared: null } as const;
  if (isRight && present.active && wanted.hasReceived) return active;
  const set = { ...request, method: 'PATCH', parameters: settingsOf(wanted) } as const;
  const changed = await unlessRefused(() => client.request(set, Hook));
  if ('refused' in changed) {
    return { ...refused(changed.refused, wanted), path, ...(present.active ? {} : { state: 'disabled' as const }) };
  }
  if (!changed.done.data.active) {
    const problem = 'GitHub leaves the webhook turned off: turn it on in its settings there';
    return { ...active, state: 'disabled', problem };
  }
  if (hasUrl && wanted.hasReceived) return active;
  const last = hasUrl ? await findLastHookDelivery(client, path) : null;
  await client.requestIfAny(
    { method: 'POST', url: `${path}/pings`, what: 'a ping of the webhook' },
    [403, 404, 422],
    z.unknown(),
  );
  const problem = describeHookDeliveryProblem(last, wanted.url);
  return { ...active, state: 'silent', problem, ...(hasUrl ? {} : { isSetUp: true }) };
}

function settingsOf({ url, secret }: DesiredWebhook): Readonly<Record<string, unknown>> {
  return { active: true, events: hookEvents, config: { url, secret, content_type: 'json', insecure_ssl: '0' } };
}

/** Returns the HTTP status if GitHub rejects the credential or the URL, and throws other errors. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: number }> {
  try {
    return { done: await work() };
  } catch (thrown) {
    const isRefusal =
      thrown instanceof AppError &&
      ['permission_missing', 'not_found', 'provider_unexpected'].includes(thrown.code) &&
      [403, 404, 422].includes(Number(thrown.context.status));
    if (isRefusal) return { refused: Number(thrown.context.status) };
    throw thrown;
  }
}

function refused(status: number, { url }: DesiredWebhook): EnsuredGitHubHook {
  const isAddress = status === 422;
  const problem = isAddress
    ? `GitHub does not accept ${new URL(url).origin} as a webhook URL (422): make it reachable from GitHub`
    : 'The GitHub token may not set up webhooks: give it "Webhooks: read and write" (a classic one admin:org_hook), or connect through a GitHub App. Until then, Refrain polls for changes';
  return { path: null, state: 'refused', problem, refusal: isAddress ? 'address' : 'credential', unshared: null };
}
