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
/** A longer wait is the caller's: a job that sleeps for an hour holds its worker. */
const maxOwnWaitSeconds = 10;
/** An installation's token is valid for an hour. */
const tokenLifeMs = hourInMs - minuteInMs;

/**
 * GitHub lets 100 requests of one account be under way together. The plugin's 10 would hold back a server that counts none;
 * where requests are counted, fourteen a second is all there is anyway.
 */
const atATime = createQueueGroup(30);

export interface OctokitOptions {
  readonly userAgent: string;
  readonly fetch: typeof fetch;
  readonly retryAfterMs: number;
  /** Null where nobody shares them; asked before each request, since only answers show whether a server counts. */
  readonly limits: () => RequestLimits | null;
  /** Whether the processes share limits, which keep a pace of their own for what is written. */
  readonly sharesLimits: boolean;
  readonly tokens: AccessTokens;
}

/** Who asks; null where nobody has to say so. */
export type GitHubIdentity = GitHubCredential | GitHubAppKey | null;

/** Names a credential to the limits without telling it. */
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
 * Octokit with the plugins that keep its pace and try reads again; an App's tokens are asked for and renewed by it.
 * @param use one for `queries` does not wait a second between two POSTs, as GitHub wants it of what is written
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
  // Of these its types know but some.
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
    // The plugin keeps one queue per id in the whole process: the limits are per credential.
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
 * Every request as it leaves, tries again included, takes its turn in the limits that the processes share. One that may not
 * leave is answered here as GitHub would answer it, so that nothing tries it again.
 */
function throttledFetch(root: string, key: string, { fetch: send, limits: limitsNow }: OctokitOptions): typeof fetch {
  const queries = graphQlUrl(root);
  return async (input, init = {}) => {
    const path = String(input).slice(root.length).split('?')[0] ?? '';
    // GraphQL has points of its own beside REST's (https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api),
    // and more of them: counted as REST's reads they stay within both.
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

/** Of an answer that never came from GitHub. */
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

/** Every answer that is not the server's failing: trying again would only cost. 403 and 429 are the throttling's. */
const doNotRetry = Array.from({ length: 100 }, (_, index) => 400 + index);

function ignore(): void {}
