import { createRateLimitWindow } from '../http/rate-limit-window.ts';
import type { Reply } from '../http/reply.ts';
import type { VendorRules } from '../http/serve-routes.ts';
import type { PagerDutyContext } from './context.ts';
import type { Credentials } from './credentials.ts';
import { argumentError, notFound, scopeMissing, tooManyRequests, unauthorised } from './error-reply.ts';

export interface PagerDutyRateLimits {
  /** Requests per window; PagerDuty's limit for an account's key is 960 a minute. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** Whether a 429 response states when the limit resets; true by default. PagerDuty's gateway sometimes omits this time. */
  readonly headersOnRefusal?: boolean;
}

/** Implements authentication, scopes and rate limits as documented at https://developer.pagerduty.com/docs/rest-api-rate-limits. */
export function createPagerDutyRules(
  context: PagerDutyContext,
  credentials: Credentials,
  limits: PagerDutyRateLimits | 'off',
): VendorRules {
  const { now } = context.clock;
  const { requests = 960, windowMs = 60_000, headersOnRefusal = true } = limits === 'off' ? {} : limits;
  const budget = limits === 'off' ? null : createRateLimitWindow({ limit: requests, windowMs }, now);

  function limitHeaders(reply: Reply): Record<string, string> {
    if (budget === null || (reply.status === 429 && !headersOnRefusal)) return {};
    const { limit, remaining, resetsAt } = budget.read();
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(remaining),
      // PagerDuty returns the seconds until the reset, and not the time of the reset.
      'ratelimit-reset': String(Math.ceil((resetsAt - now()) / 1000)),
    };
  }
  return {
    provider: 'pagerduty',
    canonicalUrl: (url) => url,
    refuse(call, route) {
      const granted = credentials.authorise(call.headers.authorization ?? '');
      if (granted === null) return unauthorised();
      if (budget !== null && !budget.spend()) return tooManyRequests();
      const scope = route?.scope;
      return scope === undefined || granted === 'everything' || granted.has(scope) ? null : scopeMissing(scope);
    },
    finish: (reply) => ({ ...reply, headers: { ...reply.headers, ...limitHeaders(reply) } }),
    notFound,
    malformed: () => argumentError(['The body is not JSON']),
  };
}
