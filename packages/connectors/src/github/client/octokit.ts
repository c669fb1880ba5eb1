import { createAppAuth } from '@octokit/auth-app';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { AppError, hourInMs, minuteInMs, type RequestClass } from '@refrain/domain';
import { findExceededResponseLimit } from '../../outbound/limit-response-body.ts';
import { createShortHash } from '../../records/delivery-key.ts';
import type { AccessTokenCache } from '../../requests/expiring-map.ts';
import type { RequestLimits } from '../../requests/request-limits.ts';
import type { GitHubAppKey, GitHubCredential } from './credential.ts';
import { findGraphQlUrl } from './graphql.ts';
import { createQueueGroup, createRetryQueue } from './request-queues.ts';

const requestTimeoutMs = 30_000;
/** Maximum wait in the client. Longer waits are left to the caller, because a sleeping job would block its worker. */
const maxOwnWaitSeconds = 10;
/** Installation tokens are valid for an hour; they are renewed a minute earlier. */
const tokenLifeMs = hourInMs - minuteInMs;

/** Concurrent requests per credential. GitHub allows 100; Octokit's default of 10 is slow on servers without limits. */
const atATime = createQueueGroup(30);

export interface OctokitOptions {
  readonly userAgent: string;
  readonly fetch: typeof fetch;
  readonly retryAfterMs: number;
  /** Returns the shared limits, or null. Called per request, because only responses show whether limits apply. */
  readonly limits: () => RequestLimits | null;
  /** Whether processes share rate limits. The shared limits delay writes, so Octokit need not do so. */
  readonly sharesLimits: boolean;
  readonly tokens: AccessTokenCache;
}

/** The identity that authenticates requests; null for anonymous requests. */
export type GitHubIdentity = GitHubCredential | GitHubAppKey | null;

/** Returns a hash that identifies a credential for rate limits without revealing it. */
export function hashIdentity(root: string, identity: GitHubIdentity): string {
  return createShortHash(`${root}\n${nameOf(identity)}`);
}

function nameOf(identity: GitHubIdentity): string {
  if (identity === null) return 'nobody';
  if (identity.kind === 'token') return identity.token;
  const installation = identity.kind === 'github_app' ? ` installed as ${identity.installationId}` : '';
  return `app ${identity.appId}${installation}`;
}

/**
 * Creates a client that obtains and renews App tokens. A client for GraphQL queries sends POST requests without pauses,
 * because queries only read.
 */
export function createOctokit(
  root: string,
  identity: GitHubIdentity,
  options: OctokitOptions,
  use: 'all' | 'queries',
): Octokit {
  const key = hashIdentity(root, identity);
  const waitIfShort = (seconds: number, _request: unknown, _octokit: unknown, tries: number): boolean =>
    seconds <= maxOwnWaitSeconds && tries < 1;
  // The types of the throttling plugin lack some of these options.
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
    // The throttling plugin has one queue per id. Rate limits apply per credential, so the id is the credential's hash.
    throttle: { id: key, ...queues, onRateLimit: waitIfShort, onSecondaryRateLimit: waitIfShort },
  });
}

function authOf(identity: GitHubIdentity, key: string, tokens: AccessTokenCache) {
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

/** Makes requests and retries wait for the shared limits, or returns a 429, which Octokit does not retry. */
function throttledFetch(root: string, key: string, { fetch: send, limits: limitsNow }: OctokitOptions): typeof fetch {
  const queries = findGraphQlUrl(root);
  return async (input, init = {}) => {
    const path = String(input).slice(root.length).split('?')[0] ?? '';
    // Counts GraphQL queries as REST reads. This is stricter than needed, because GraphQL has separate and larger
    // limits.
    const cost = String(input) === queries ? 'read' : findRequestCost(init.method ?? 'GET', path);
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

/** Header of responses that Refrain created because the shared limits refused a request. */
export const refusedBySharedLimitsHeader = 'x-refrain-backed-off';

async function waitForSlot(
  limits: RequestLimits,
  key: string,
  cost: NonNullable<ReturnType<typeof findRequestCost>>,
  signal: AbortSignal,
): Promise<Response | null> {
  try {
    await limits.take(key, 'github', cost, signal);
    return null;
  } catch (thrown) {
    signal.throwIfAborted();
    if (!(thrown instanceof AppError) || thrown.code !== 'rate_limited') throw thrown;
    const seconds = String(thrown.context.retryAfterSeconds ?? 60);
    return Response.json(
      { message: '' },
      { status: 429, headers: { 'retry-after': seconds, [refusedBySharedLimitsHeader]: '1' } },
    );
  }
}

/** Statuses without a retry: all except 5xx. The throttling plugin handles 403 and 429. */
const doNotRetry = Array.from({ length: 100 }, (_, index) => 400 + index);

function ignore(): void {}

/** Returns the rate limit class of a request; null for requesting an App's token, which is limited separately. */
function findRequestCost(method: string, path: string): RequestClass | null {
  if (/^\/app\/installations\/[^/]+\/access_tokens$/u.test(path)) return null;
  if (method === 'GET' || method === 'HEAD') return path.startsWith('/search/') ? 'search' : 'read';
  return method === 'POST' && throttling.triggersNotification(path) ? 'content' : 'write';
}

/** Header of a 413 that Refrain creates for a body that is too large. Its value is the exceeded limit in bytes. */
export const exceededSizeLimitHeader = 'x-refrain-too-large';

/** Reads the whole body, since Octokit treats an unreadable one as empty. A body that is too large becomes a 413. */
async function readFullResponse(answer: Response): Promise<Response> {
  const { body, status, statusText, headers } = answer;
  if (body === null) return answer;
  try {
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch (thrown) {
    // The body of an error response is not needed.
    if (status >= 300) return new Response(null, { status, statusText, headers });
    const limit = findExceededResponseLimit(thrown);
    if (limit === null) throw thrown;
    return new Response(null, { status: 413, headers: [...headers, [exceededSizeLimitHeader, String(limit)]] });
  }
}
