import { createBudget } from '../http/budget.ts';
import type { Reply } from '../http/reply.ts';
import type { VendorRules } from '../http/serve-routes.ts';
import type { PagerDutyContext } from './context.ts';
import type { Credentials } from './credentials.ts';
import { argumentError, notFound, scopeMissing, tooManyRequests, unauthorised } from './error-reply.ts';

export interface PagerDutyLimits {
  /** Requests per window; PagerDuty gives 960 a minute to an account's key. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** Whether a 429 says when to come back; PagerDuty's gateway does not always. True unless given. */
  readonly headersOnRefusal?: boolean;
}

/** Authentication, scopes and limits as https://developer.pagerduty.com/docs/rest-api-rate-limits describes them. */
export function createPagerDutyRules(
  context: PagerDutyContext,
  credentials: Credentials,
  limits: PagerDutyLimits | 'off',
): VendorRules {
  const { now } = context.clock;
  const { requests = 960, windowMs = 60_000, headersOnRefusal = true } = limits === 'off' ? {} : limits;
  const budget = limits === 'off' ? null : createBudget({ limit: requests, windowMs }, now);

  function limitHeaders(reply: Reply): Record<string, string> {
    if (budget === null || (reply.status === 429 && !headersOnRefusal)) return {};
    const { limit, remaining, resetsAt } = budget.read();
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(remaining),
      // Seconds that are left, not a point in time.
      'ratelimit-reset': String(Math.ceil((resetsAt - now()) / 1000)),
    };
  }
  return {
    provider: 'pagerduty',
    canonicalUrl: (url) => url,
    refuse(call, route) {
      const allowed = credentials.authorise(call.headers.authorization ?? '');
      if (allowed === null) return unauthorised();
      if (budget !== null && !budget.spend()) return tooManyRequests();
      const scope = route?.scope;
      return scope === undefined || allowed === 'everything' || allowed.has(scope) ? null : scopeMissing(scope);
    },
    finish: (reply) => ({ ...reply, headers: { ...reply.headers, ...limitHeaders(reply) } }),
    notFound,
    malformed: () => argumentError(['The body is not JSON']),
  };
}
