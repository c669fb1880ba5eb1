import { createHash } from 'node:crypto';
import type { RateLimitUsage, RateLimitWindow } from '../http/rate-limit-window.ts';
import type { Call, Reply, Route } from '../http/reply.ts';
import type { VendorRules } from '../http/serve-routes.ts';
import type { GitHubContext } from './context.ts';
import type { CallerIdentity } from './credentials.ts';
import {
  badCredentials,
  forbidden,
  malformedBody,
  notFound,
  rateLimitExceeded,
  secondaryLimitExceeded,
  unauthorised,
  unprocessable,
} from './error-reply.ts';
import { graphqlRateLimitExceeded } from './graphql-error.ts';
import { createCallerRateLimits, type GitHubRateLimits } from './limits.ts';
import {
  type AlternativePermissions,
  findRequiredPermissions,
  formatRequiredPermissions,
  hasPermission,
} from './permissions.ts';
import { formatLinkHeader, redirectIfRenamed, toCanonicalUrl } from './to-canonical-url.ts';

const ofApp = /^\/app(?:$|\/)|\/installation$/u;

const ofUser = /^\/user(?:$|\/)/u;

const ofInstallation = /^\/installation\//u;

export interface GitHubRules extends VendorRules {
  /** Returns the caller's remaining rate limits; null if limits are off. */
  readBudgets(call: Call): Readonly<Record<Resource, RateLimitUsage>> | null;
}

/** Results of the checks before a route, which are needed again after the route has run. */
interface Admission {
  readonly identity: CallerIdentity;
  readonly required: AlternativePermissions;
  readonly resource: Resource;
}

/** Resources that have separate rate limits. */
type Resource = 'core' | 'search' | 'graphql';

/**
 * Implements authentication, permissions, primary and secondary rate limits, renamed repositories, pagination and conditional requests as
 * documented at https://docs.github.com/rest/using-the-rest-api.
 */
export function createGitHubRules(context: GitHubContext, limits: GitHubRateLimits): GitHubRules {
  const settings = limits === 'off' ? null : limits;
  const allowanceOf = settings === null ? null : createCallerRateLimits(settings, context.now);
  const exceeded = settings?.exceededStatus ?? 403;
  const concurrent = settings === null ? Number.POSITIVE_INFINITY : (settings.concurrent ?? 100);
  const admissions = new WeakMap<Call, Admission>();
  let underWay = 0;

  function budgetOf({ identity, resource }: Admission): RateLimitWindow | null {
    return allowanceOf?.(identity.key)[resource] ?? null;
  }
  function refuseLimit(admission: Admission, route: Route): Reply | null {
    if (budgetOf(admission)?.read().remaining === 0) {
      return admission.resource === 'graphql' ? graphqlRateLimitExceeded() : rateLimitExceeded(exceeded);
    }
    if (underWay > concurrent) return secondaryLimitExceeded(exceeded, 60);
    const seconds = allowanceOf?.(admission.identity.key).takeSecondary(route) ?? null;
    return seconds === null ? null : secondaryLimitExceeded(exceeded, seconds);
  }
  return {
    provider: 'github',
    readBudgets(call) {
      const identity = context.credentials.identify(call);
      if (allowanceOf === null || 'refusal' in identity) return null;
      const { core, search, graphql } = allowanceOf(identity.key);
      return { core: core.read(), search: search.read(), graphql: graphql.read() };
    },
    canonicalUrl: (url) => toCanonicalUrl(context, url),
    arrive() {
      underWay += 1;
      return () => {
        underWay -= 1;
      };
    },
    refuse(call, route) {
      if (route?.isPublic === true) return null;
      const identity = context.credentials.identify(call);
      if ('refusal' in identity) return identity.refusal;
      if (route === null) return null;
      const required = identity.kind === 'app' ? [] : findRequiredPermissions(route);
      const admission = { identity, required, resource: resourceOf(route) };
      admissions.set(call, admission);
      const kind = refuseCredentialKind(identity, route);
      if (kind !== null || route.path === '/rate_limit') return kind;
      return (
        refuseLimit(admission, route) ??
        redirectIfRenamed(context, call, route) ??
        refuseRepository(context, identity, call) ??
        refusePermission(identity, required)
      );
    },
    finish(reply, call, url) {
      const link = formatLinkHeader(context, reply, toCanonicalUrl(context, url));
      const text = reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
      const etag = reply.status === 200 && text !== undefined ? etagOf(text, link) : null;
      const isUnchanged = etag !== null && (call.headers['if-none-match'] ?? '').split(/,\s*/u).includes(etag);
      const admission = admissions.get(call);
      const budget = admission === undefined ? null : budgetOf(admission);
      // Responses with status 304, and requests for the rate limit itself, do not count towards the rate limit.
      if (!isUnchanged && !url.startsWith('/rate_limit')) budget?.spend();
      const headers = {
        ...reply.headers,
        ...(budget === null ? {} : limitHeaders(budget.read(), admission?.resource ?? 'core')),
        ...(admission === undefined || admission.required.length === 0
          ? {}
          : { 'x-accepted-github-permissions': formatRequiredPermissions(admission.required) }),
        'x-github-media-type': 'github.v3; format=json',
        ...(link === null ? {} : { link }),
        ...(etag === null ? {} : { etag, 'cache-control': 'private, max-age=60, s-maxage=60' }),
      };
      if (isUnchanged) return { status: 304, headers };
      return { status: reply.status, body: reply.body, headers, ...(text === undefined ? {} : { text }) };
    },
    notFound,
    malformed: malformedBody,
    expiredCursor: (call) => (call.query.cursor === undefined ? null : unprocessable('The cursor has expired')),
  };
}

function resourceOf({ path }: Route): Resource {
  if (path === '/graphql') return 'graphql';
  return path.startsWith('/search/') ? 'search' : 'core';
}

/** Responds with 404 for a repository that the installation may not see. */
function refuseRepository({ state }: GitHubContext, identity: CallerIdentity, { parameters }: Call): Reply | null {
  if (identity.kind !== 'installation' || identity.repositories === null || parameters.repo === undefined) return null;
  const repository = state.findRepository(parameters.owner ?? '', parameters.repo);
  return repository !== null && identity.repositories.includes(repository.key) ? null : notFound();
}

function refusePermission(identity: CallerIdentity, required: AlternativePermissions): Reply | null {
  if (identity.kind === 'app' || hasPermission(identity.permissions, required)) return null;
  return forbidden(`Resource not accessible by ${identity.kind === 'user' ? 'personal access token' : 'integration'}`);
}

function etagOf(text: string, link: string | null): string {
  const digest = createHash('sha1').update(text);
  return `W/"${(link === null ? digest : digest.update(link)).digest('hex')}"`;
}

function limitHeaders(reading: RateLimitUsage, resource: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(reading.limit),
    'x-ratelimit-remaining': String(reading.remaining),
    'x-ratelimit-used': String(reading.used),
    'x-ratelimit-reset': String(Math.ceil(reading.resetsAt / 1000)),
    'x-ratelimit-resource': resource,
  };
}

function refuseCredentialKind(identity: CallerIdentity, route: Route): Reply | null {
  if (ofApp.test(route.path)) {
    return identity.kind === 'app' ? null : unauthorised('A JSON web token could not be decoded');
  }
  if (identity.kind === 'app') return route.path === '/apps/:slug' ? null : badCredentials();
  if (identity.kind === 'installation' && ofUser.test(route.path)) {
    return forbidden('Resource not accessible by integration');
  }
  if (identity.kind === 'user' && ofInstallation.test(route.path)) {
    return forbidden(
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  }
  return null;
}
