import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { WantedWebhook } from '../../contract/failure-source.ts';
import type { GitHubClient, GitHubRequest } from '../client/client.ts';
import { listAllPages } from '../client/paginate.ts';
import { hookEvents, missingEvents } from './hook-events.ts';
import type { KnownHooks } from './hook-paths.ts';
import { deliveryProblem, findLastDelivery } from './last-delivery.ts';

const Hook = z.looseObject({
  id: z.number().int(),
  active: z.boolean(),
  events: z.array(z.string()),
  config: z.looseObject({ url: z.string().nullish(), content_type: z.string().nullish() }),
});
type Hook = z.output<typeof Hook>;

/** A hook as it was left: `path` is its place in the API, null where there is none. */
export interface EnsuredHook {
  readonly path: string | null;
  readonly state: 'silent' | 'active' | 'disabled' | 'refused';
  readonly problem: string | null;
  /** What GitHub does not accept; null where it does. */
  readonly refusal: 'credential' | 'address' | null;
  /** The path of a hook that did not take the present secret; null where it did, or where none is known. */
  readonly unshared: string | null;
  /** It was made, or given the address, just now. */
  readonly isSetUp?: true;
}

/**
 * Makes one hook be in an organisation's or a repository's list, be right and be on.
 * @param place `/orgs/acme` or `/repos/acme/api`
 * @param known hooks that Refrain made. Those that did not take a new secret are told it one in each call, the first: who
 * refuses one for good mostly refuses all, and each costs a write
 * @returns `refused` without a path where the credential may not see or make it there
 */
export async function ensureListedHook(
  client: GitHubClient,
  place: string,
  known: KnownHooks,
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredHook> {
  const what = `the webhooks of ${place.split('/').slice(2).join('/')}`;
  const list = `${place}/hooks`;
  const hooks = await unlessRefused(() =>
    listAllPages(client, { url: list, parameters: { per_page: 100 }, what }, Hook, signal),
  );
  const owing = wanted.isSecretDue ? known.paths : known.unshared;
  if ('refused' in hooks) {
    const unshared = owing.find((path) => path.startsWith(`${list}/`)) ?? null;
    return { ...refused(hooks.refused, wanted), unshared };
  }
  const present =
    hooks.done.find(({ id }) => known.paths.includes(`${list}/${id}`)) ??
    hooks.done.find(({ config }) => config.url === wanted.url);
  if (present === undefined) return create(client, { method: 'POST', url: list, what }, wanted, signal);
  const path = `${list}/${present.id}`;
  if (!wanted.isSecretDue && !known.unshared.includes(path)) {
    return keep(client, { url: path, what }, present, wanted, signal);
  }
  const isNext = wanted.isSecretDue || known.unshared[0] === path;
  const kept = isNext
    ? await keep(client, { url: path, what }, present, { ...wanted, hasReceived: false }, signal)
    : null;
  return kept !== null && kept.refusal === null ? kept : withoutSecret(path, present, kept);
}

/** Its deliveries are refused as soon as the former secret is not taken any more. */
function withoutSecret(path: string, { active }: Hook, kept: EnsuredHook | null): EnsuredHook {
  const problem =
    'The GitHub token may not give the webhook its new secret, so that its deliveries are refused a day after that was made: give it "Webhooks: read and write" (a classic one admin:org_hook or admin:repo_hook), or connect by GitHub App';
  return {
    path,
    state: active ? 'refused' : 'disabled',
    problem: kept?.refusal === 'address' ? kept.problem : problem,
    refusal: kept?.refusal ?? 'credential',
    unshared: path,
  };
}

/** GitHub sends a ping to a new hook by itself. */
async function create(
  client: GitHubClient,
  request: GitHubRequest,
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredHook> {
  const parameters = { name: 'web', ...settingsOf(wanted) };
  const created = await unlessRefused(() => client.ask({ ...request, parameters }, Hook, signal));
  if ('refused' in created) return refused(created.refused, wanted);
  return {
    path: `${request.url}/${created.done.data.id}`,
    state: 'silent',
    problem: null,
    refusal: null,
    unshared: null,
    isSetUp: true,
  };
}

/** The secret is never shown: while nothing was heard, it may be another one, so that it is set again. */
async function keep(
  client: GitHubClient,
  request: GitHubRequest,
  present: Hook,
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredHook> {
  const path = request.url;
  const isThere = present.config.url === wanted.url;
  const isRight = isThere && present.config.content_type === 'json' && missingEvents(present.events).length === 0;
  if (isRight && present.active && wanted.hasReceived)
    return { path, state: 'active', problem: null, refusal: null, unshared: null };
  const set = { ...request, method: 'PATCH', parameters: settingsOf(wanted) } as const;
  const changed = await unlessRefused(() => client.ask(set, Hook, signal));
  if ('refused' in changed) {
    return { ...refused(changed.refused, wanted), path, ...(present.active ? {} : { state: 'disabled' as const }) };
  }
  if (!changed.done.data.active) {
    const problem = 'GitHub leaves the webhook turned off: turn it on in its settings there';
    return { path, state: 'disabled', problem, refusal: null, unshared: null };
  }
  if (isThere && wanted.hasReceived) return { path, state: 'active', problem: null, refusal: null, unshared: null };
  const last = isThere ? await findLastDelivery(client, path, signal) : null;
  await client.askIfAny(
    { method: 'POST', url: `${path}/pings`, what: 'a ping of the webhook' },
    [403, 404, 422],
    z.unknown(),
    signal,
  );
  const problem = deliveryProblem(last, wanted.url);
  return { path, state: 'silent', problem, refusal: null, unshared: null, ...(isThere ? {} : { isSetUp: true }) };
}

function settingsOf({ url, secret }: WantedWebhook): Readonly<Record<string, unknown>> {
  return { active: true, events: hookEvents, config: { url, secret, content_type: 'json', insecure_ssl: '0' } };
}

/** What the credential or the address is refused for is an answer; all other errors are errors. */
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

function refused(status: number, { url }: WantedWebhook): EnsuredHook {
  if (status === 422) {
    const problem = `GitHub does not take ${new URL(url).origin} as the address of a webhook (422): it must be reachable from GitHub`;
    return { path: null, state: 'refused', problem, refusal: 'address', unshared: null };
  }
  const problem =
    'The GitHub token may not set up webhooks: give it "Webhooks: read and write" (a classic one admin:org_hook), or connect by GitHub App. Until then Refrain looks for news by itself';
  return { path: null, state: 'refused', problem, refusal: 'credential', unshared: null };
}
