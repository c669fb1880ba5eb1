import { createAppAuth } from '@octokit/auth-app';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { AppError, hourInMs, minuteInMs } from '@refrain/domain';
import { digestOf } from '../../records/delivery-key.ts';
import type { AccessTokens } from '../../requests/access-tokens.ts';
import type { RequestLimits } from '../../requests/request-limits.ts';
import type { GitHubAppKey, GitHubCredential } from './credential.ts';
import { graphQlUrl } from './graphql.ts';
import { readFullResponse } from './read-full-response.ts';
import { costOf } from './request-cost.ts';
import { createQueueGroup, createRetryQueue } from './request-queues.ts';

const requestTimeoutMs = 30_000;
/** The caller must handle a longer wait, because a job that sleeps for an hour blocks its worker. */
const maxOwnWaitSeconds = 10;
/** An installation's token is valid for an hour. */
const tokenLifeMs = hourInMs - minuteInMs;

/**
 * GitHub allows 100 concurrent requests per account. The plugin's default of 10 would slow down servers that count no
 * requests; where requests are counted, the limit is fourteen a second anyway.
 */
const atATime = createQueueGroup(30);

export interface OctokitOptions {
  readonly userAgent: string;
  readonly fetch: typeof fetch;
  readonly retryAfterMs: number;
  /**
   * Null if no limits are shared. It is called before each request, since only responses show whether a server counts.
   */
  readonly limits: () => RequestLimits | null;
  /** Whether processes share limits, which then space out writes. */
  readonly sharesLimits: boolean;
  readonly tokens: AccessTokens;
}

/** The identity that signs requests; null for requests without one. */
export type GitHubIdentity = GitHubCredential | GitHubAppKey | null;

/** Returns a key that identifies a credential to the limits without revealing it. */
export function keyOf(root: string, identity: GitHubIdentity): string {
  return digestOf(`${root}\n${nameOf(identity)}`);
}

function nameOf(identity: GitHubIdentity): string {
  if (identity === null) return 'nobody';
  if (identity.kind === 'token') return identity.token;
  const installation = identity.kind === 'github_app' ? ` installed as ${identity.installationId}` : '';
  return `app ${identity.appId}${installation}`;
}

/**
 * Creates Octokit with its plugins for throttling and retries. It obtains and renews an App's tokens.
 * @param use for `queries`, two POSTs need not be a second apart as GitHub requires for writes
 */
export function createOctokit(
  root: string,
  identity: GitHubIdentity,
  options: OctokitOptions,
  use: 'all' | 'queries',
): Octokit {
  const key = keyOf(root, identity);
  const waitIfShort = (seconds: number, _request: unknown, _octokit: unknown, tries: number): boolean =>
    seconds <= maxOwnWaitSeconds && tries < 1;
  // The plugin's types declare only some of these options.
  const queues: object = {
    global: atATime,
    retryLimiter: createRetryQueue(),
    ...(use === 'queries' || options.sharesLimits ? { write: atATime, notifications: atATime } : {}),
  };
  const Client = Octokit.plugin(retry, throttling);
  return new Client({
    ...authOf(identity, key, options.tokens),
    baseUrl: root,
    userAgent: options.userAgent,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: { fetch: throttledFetch(root, key, options) },
    retry: { retries: 2, retryAfterBaseValue: options.retryAfterMs, doNotRetry },
    // The plugin keeps one queue per id for the whole process, and limits apply per credential.
    throttle: { id: key, ...queues, onRateLimit: waitIfShort, onSecondaryRateLimit: waitIfShort },
  });
}

function authOf(identity: GitHubIdentity, key: string, tokens: AccessTokens) {
  if (identity === null) return {};
  if (identity.kind === 'token') return { auth: identity.token };
  const { appId, privateKey } = identity;
  const installation = identity.kind === 'github_app' ? { installationId: identity.installationId } : {};
  const cache = {
    get: (name: string) => tokens.find(`${key}/${name}`),
    set: (name: string, token: string) => tokens.keep(`${key}/${name}`, token, Date.now() + tokenLifeMs),
  };
  return { authStrategy: createAppAuth, auth: { appId, privateKey, ...installation, cache } };
}

/**
 * Makes every request, including retries, wait for the shared limits. A request that may not be sent is answered here
 * in GitHub's format, so that it is not retried.
 */
function throttledFetch(root: string, key: string, { fetch: send, limits: limitsNow }: OctokitOptions): typeof fetch {
  const queries = graphQlUrl(root);
  return async (input, init = {}) => {
    const path = String(input).slice(root.length).split('?')[0] ?? '';
    // GraphQL has separate and larger limits
    // (https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api). Counting queries as
    // REST reads stays within both.
    const cost = String(input) === queries ? 'read' : costOf(init.method ?? 'GET', path);
    const limits = limitsNow();
    if (limits !== null && cost !== null) {
      const refusal = await waitForSlot(limits, key, cost, init.signal ?? new AbortController().signal);
      if (refusal !== null) return refusal;
    }
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return readFullResponse(await send(input, { ...init, signal }));
  };
}

/** Marks a response that did not come from GitHub. */
export const backedOffHeader = 'x-refrain-backed-off';

async function waitForSlot(
  limits: RequestLimits,
  key: string,
  cost: NonNullable<ReturnType<typeof costOf>>,
  signal: AbortSignal,
): Promise<Response | null> {
  try {
    await limits.take(key, 'github', cost, signal);
    return null;
  } catch (thrown) {
    signal.throwIfAborted();
    if (!(thrown instanceof AppError) || thrown.code !== 'rate_limited') throw thrown;
    const seconds = String(thrown.context.retryAfterSeconds ?? 60);
    return Response.json({ message: '' }, { status: 429, headers: { 'retry-after': seconds, [backedOffHeader]: '1' } });
  }
}

/** Statuses that must not be retried: all but server errors. The throttling plugin handles 403 and 429. */
const doNotRetry = Array.from({ length: 100 }, (_, index) => 400 + index);

function ignore(): void {}
