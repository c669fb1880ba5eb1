import { createHash, timingSafeEqual } from 'node:crypto';
import { type Budget, type BudgetReading, createBudget } from '../http/budget.ts';
import { numericId } from '../http/numeric-id.ts';
import type { Call, Reply } from '../http/reply.ts';
import type { VendorRules } from '../http/serve-routes.ts';
import type { GitHubContext } from './context.ts';
import {
  badCredentials,
  malformedBody,
  notFound,
  rateLimitExceeded,
  requiresAuthentication,
  secondaryLimitExceeded,
} from './error-reply.ts';

export interface GitHubLimits {
  /** Requests per window; GitHub gives 5,000 an hour to a user's token. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** Issues and comments per minute and per hour; GitHub documents 80 and 500. */
  readonly contentPerMinute?: number;
  readonly contentPerHour?: number;
  /** The status that a used-up limit gives; GitHub documents both. */
  readonly exceededStatus?: 403 | 429;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function limitHeaders(reading: BudgetReading): Record<string, string> {
  return {
    'x-ratelimit-limit': String(reading.limit),
    'x-ratelimit-remaining': String(reading.remaining),
    'x-ratelimit-used': String(reading.used),
    'x-ratelimit-reset': String(Math.ceil(reading.resetsAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
}

/** A Link header of GitHub's form: its URLs name the repository or organisation by id, so a client must follow them as they are. */
function linkHeader(context: GitHubContext, reply: Reply, url: string): string | null {
  if (reply.page === undefined) return null;
  const { number, perPage, total } = reply.page;
  const last = Math.max(1, Math.ceil(total / perPage));
  const to = (page: number): string => {
    const target = new URL(opaquePath(context, url), context.addresses.api);
    target.searchParams.set('page', String(page));
    return target.href;
  };
  const links = [
    number > 1 ? `<${to(Math.min(number - 1, last))}>; rel="prev"` : null,
    number < last ? `<${to(number + 1)}>; rel="next"` : null,
    number < last ? `<${to(last)}>; rel="last"` : null,
    number > 1 ? `<${to(1)}>; rel="first"` : null,
  ].filter((link) => link !== null);
  return links.length === 0 ? null : links.join(', ');
}

function opaquePath({ state }: GitHubContext, url: string): string {
  const repository = /^\/repos\/([^/?]+)\/([^/?]+)/u.exec(url);
  const found = repository ? state.findRepository(repository[1] ?? '', repository[2] ?? '') : null;
  if (found !== null)
    return url.replace(/^\/repos\/[^/?]+\/[^/?]+/u, `/repositories/${numericId('repository', found.name)}`);
  return url.replace(/^\/orgs\/[^/?]+/u, `/organizations/${numericId('user', state.organisation)}`);
}

function canonicalUrl({ state }: GitHubContext, url: string): string {
  const repository = /^\/repositories\/(\d+)/u.exec(url);
  const found = repository ? state.findRepositoryById(Number(repository[1])) : null;
  if (found !== null) return url.replace(/^\/repositories\/\d+/u, `/repos/${found.owner}/${found.name}`);
  const organisation = /^\/organizations\/(\d+)/u.exec(url);
  const own = Number(organisation?.[1]) === numericId('user', state.organisation);
  return own ? url.replace(/^\/organizations\/\d+/u, `/orgs/${state.organisation}`) : url;
}

/** Two sliding windows over what was created; the seconds to wait, or null. */
function createContentLimit(limits: GitHubLimits, now: () => number): () => number | null {
  const windows = [
    { limit: limits.contentPerMinute ?? 80, ms: 60_000 },
    { limit: limits.contentPerHour ?? 500, ms: 3_600_000 },
  ];
  const created: number[] = [];
  return () => {
    for (const { limit, ms } of windows) {
      const blocking = created.at(-limit);
      if (blocking !== undefined && blocking > now() - ms) return Math.ceil((blocking + ms - now()) / 1000);
    }
    created.push(now());
    return null;
  };
}

export interface GitHubRules extends VendorRules {
  readBudget(): BudgetReading;
}

/**
 * Authentication, primary and secondary limits, paging and conditional requests as
 * https://docs.github.com/rest/using-the-rest-api describes them.
 */
export function createGitHubRules(context: GitHubContext, token: string, limits: GitHubLimits): GitHubRules {
  const budget: Budget = createBudget(
    { limit: limits.requests ?? 5_000, windowMs: limits.windowMs ?? 3_600_000 },
    context.now,
  );
  const contentLimit = createContentLimit(limits, context.now);
  const exceeded = limits.exceededStatus ?? 403;
  const expected = sha256(token);

  function refuseCredential(call: Call): Reply | null {
    const given = /^(?:bearer|token)\s+(.+)$/iu.exec(call.headers.authorization ?? '')?.[1];
    if (given === undefined) return requiresAuthentication();
    return timingSafeEqual(sha256(given), expected) ? null : badCredentials();
  }
  return {
    provider: 'github',
    readBudget: () => budget.read(),
    canonicalUrl: (url) => canonicalUrl(context, url),
    refuse(call, route) {
      const refused = refuseCredential(call);
      if (refused !== null || route?.path === '/rate_limit') return refused;
      if (budget.read().remaining === 0) return rateLimitExceeded(exceeded);
      const seconds = route?.createsContent === true ? contentLimit() : null;
      return seconds === null ? null : secondaryLimitExceeded(exceeded, seconds);
    },
    finish(reply, call, url) {
      const link = linkHeader(context, reply, canonicalUrl(context, url));
      const etag = reply.status === 200 ? `W/"${sha256(JSON.stringify([reply.body, link])).toString('hex')}"` : null;
      const unchanged = etag !== null && (call.headers['if-none-match'] ?? '').split(/,\s*/u).includes(etag);
      // An unchanged answer costs nothing of the primary limit, nor do refused credentials or a look at the limit itself.
      if (!unchanged && reply.status !== 401 && !url.startsWith('/rate_limit')) budget.spend();
      const headers = {
        ...reply.headers,
        ...limitHeaders(budget.read()),
        'x-github-media-type': 'github.v3; format=json',
        ...(link === null ? {} : { link }),
        ...(etag === null ? {} : { etag, 'cache-control': 'private, max-age=60, s-maxage=60' }),
      };
      return unchanged ? { status: 304, headers } : { status: reply.status, body: reply.body, headers };
    },
    notFound,
    malformed: malformedBody,
  };
}
