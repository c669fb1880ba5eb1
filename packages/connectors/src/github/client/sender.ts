import { AppError } from '@refrain/domain';
import type { ProviderOptions } from '../../contract/provider-options.ts';
import { createExpiringMap } from '../../requests/expiring-map.ts';
import type { ErrorResponse, RequestTarget } from '../../requests/provider-error.ts';
import { refuseDotSegments } from '../../requests/refuse-dot-segments.ts';
import { createRequestBudgets, type RequestBudget, readRequestBudget } from '../../requests/request-budgets.ts';
import { hasRateLimits } from '../../requests/request-limits.ts';
import { findGraphQlError, findGraphQlUrl } from './graphql.ts';
import { createOctokit, type GitHubIdentity, hashIdentity } from './octokit.ts';
import type { GitHubRequest, GitHubResponse, RequestIdentity } from './request.ts';
import {
  createGraphQlQueryError,
  findErrorResponse,
  isRefusedBySharedLimits,
  mapRequestError,
} from './request-error.ts';

const vendorHost = /(?:^|\.)(?:github\.com|ghe\.com)$/iu;

export type GitHubOptions = Omit<ProviderOptions, 'agents' | 'wait' | 'share'>;

type Headers = GitHubResponse<unknown>['headers'];

export function createGitHubRequestSender(
  root: string,
  identity: GitHubIdentity,
  as: RequestIdentity,
  options: GitHubOptions,
) {
  const { origin } = new URL(root);
  const key = hashIdentity(root, identity);
  const now = options.now ?? Date.now;
  const limits = options.limits ?? null;
  const budgets = options.budgets ?? createRequestBudgets(now);
  const queries = findGraphQlUrl(root);
  const octokitOptions = {
    userAgent: options.userAgent ?? 'refrain',
    fetch: options.fetch ?? fetch,
    retryAfterMs: options.retryAfterMs ?? 1_000,
    limits: () => (hasRateLimits(root, vendorHost, budgets.find(key)) ? limits : null),
    sharesLimits: limits !== null,
    tokens: options.tokens ?? createExpiringMap<string>(),
  };
  const octokit = createOctokit(root, identity, octokitOptions, 'all');
  const querying = createOctokit(root, identity, octokitOptions, 'queries');

  /** Returns the budget that a request counts against; null for requests with an App's key. */
  function budgetKeyOf(url: string): { readonly resource: 'core' | 'graphql'; readonly key: string } | null {
    if (url === queries) return { resource: 'graphql', key: `${key}/graphql` };
    return url.replace(root, '').startsWith('/app') ? null : { resource: 'core', key };
  }

  /** Sends one request and returns the unparsed response, including 304. Throws for every response except 2xx and 3xx. */
  async function send(
    request: GitHubRequest,
    validator: string | null,
    urgent: boolean,
    signal: AbortSignal,
  ): Promise<GitHubResponse<unknown>> {
    const { url, parameters, redirect, exactNumbers, what } = request;
    const target: RequestTarget = { provider: 'GitHub', origin, what };
    const count = budgetKeyOf(url);
    if (count !== null) throwIfBudgetUsedUp(budgets.find(count.key), urgent, now());
    refuseDotSegments(target, url);
    try {
      signal.throwIfAborted();
      const method = request.method ?? 'GET';
      const headers = validator === null ? {} : { 'if-none-match': validator };
      const isQuery = url === queries;
      const retries = method === 'GET' || isQuery ? {} : { retries: 0 };
      // Octokit would use a top-level field `url` as the request URL, and send the credential to it.
      const fields = method === 'GET' || parameters === undefined ? parameters : { data: parameters };
      const answer = await (isQuery ? querying : octokit).request(`${method} ${url}`, {
        headers,
        ...fields,
        request: {
          signal,
          ...retries,
          ...(redirect === undefined ? {} : { redirect }),
          ...(exactNumbers === true ? {} : { parseSuccessResponseBody: false }),
        },
      });
      keepBudget(url, answer.headers);
      const data = await readBody(answer);
      const refusal = isQuery ? findGraphQlError(data) : null;
      if (refusal !== null) throw createGraphQlQueryError(refusal, answer.headers);
      return { ...answer, data };
    } catch (thrown) {
      const answer = findErrorResponse(thrown);
      if (answer !== null) keepBudget(url, answer.headers);
      if (answer?.status === 304) return { status: 304, data: null, headers: answer.headers };
      throw await backOffAfter(mapRequestError(target, as, thrown, signal), answer);
    }
  }

  function keepBudget(url: string, headers: Headers): void {
    const count = budgetKeyOf(url);
    const budget = count === null ? null : readGitHubBudget(headers, count.resource);
    if (count !== null && budget !== null) budgets.keep(count.key, budget);
  }

  /** Makes all processes wait after a secondary rate limit, because GitHub blocks clients that continue. */
  async function backOffAfter(error: AppError, answer: ErrorResponse | null): Promise<AppError> {
    if (limits === null || answer === null || error.code !== 'rate_limited' || isRefusedBySharedLimits(answer))
      return error;
    // If the hourly budget or the budget of search is used up, the response states when it is reset.
    if (String(answer.headers['x-ratelimit-remaining'] ?? '') === '0') return error;
    const retryAfter = Number(answer.headers['retry-after'] ?? Number.NaN);
    const seconds = await limits.backOff(key, 'github', Number.isFinite(retryAfter) ? retryAfter : null);
    return new AppError('rate_limited', `GitHub is limiting requests: try again in ${seconds} s`, {
      context: { ...error.context, retryAfterSeconds: seconds },
    });
  }

  return send;
}

/** Parses JSON, and returns other bodies as text. Octokit's parser, which preserves numbers beyond 2^53, is slower. */
async function readBody({ data, headers }: GitHubResponse<unknown>): Promise<unknown> {
  if (!(data instanceof ReadableStream)) return data;
  const text = await new Response(data).text().catch(() => '');
  if (!String(headers['content-type'] ?? '').includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** At least this many requests of each hour are reserved for people and other tools. */
const minReserve = 50;
const reserveShare = 0.1;
/** Safety margin for requests that other processes sent since the last response; at most 1 % of the budget. */
const maxUnseen = 20;

/** Reads the remaining budget from response headers; null on servers without rate limits. */
function readGitHubBudget(
  headers: Readonly<Record<string, string | number | undefined>>,
  wanted: 'core' | 'graphql',
): RequestBudget | null {
  const resource = headers['x-ratelimit-resource'];
  if ((resource ?? 'core') !== wanted) return null;
  return readRequestBudget(headers, 'x-ratelimit', (reset) => reset * 1_000);
}

/** Throws `rate_limited` with `retryAfterSeconds` if the budget is used up. Urgent requests may use the reserve. */
function throwIfBudgetUsedUp(budget: RequestBudget | null, urgent: boolean, now: number): void {
  if (budget === null) return;
  const reserve = urgent
    ? Math.min(maxUnseen, budget.limit / 100)
    : Math.min(Math.max(budget.limit * reserveShare, minReserve), budget.limit / 2);
  if (budget.remaining > reserve) return;
  const seconds = Math.max(Math.ceil((budget.resetsAt - now) / 1_000) + 1, 1);
  const { limit, remaining } = budget;
  throw new AppError(
    'rate_limited',
    `Only ${remaining} of GitHub's ${limit} requests per hour are left, and they are reserved for people and other tools: Refrain continues automatically in ${seconds} s`,
    { context: { provider: 'GitHub', retryAfterSeconds: seconds } },
  );
}
