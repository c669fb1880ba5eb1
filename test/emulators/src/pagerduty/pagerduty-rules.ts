import { createHash, timingSafeEqual } from 'node:crypto';
import { createBudget } from '../http/budget.ts';
import type { VendorRules } from '../http/serve-routes.ts';
import type { PagerDutyContext } from './context.ts';
import { argumentError, notFound, tooManyRequests, unauthorised } from './error-reply.ts';

export interface PagerDutyLimits {
  /** Requests per window; PagerDuty gives 960 a minute to an account's key. */
  readonly requests?: number;
  readonly windowMs?: number;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Authentication and limits as https://developer.pagerduty.com/docs/rest-api-rate-limits describes them. */
export function createPagerDutyRules(context: PagerDutyContext, token: string, limits: PagerDutyLimits): VendorRules {
  const budget = createBudget({ limit: limits.requests ?? 960, windowMs: limits.windowMs ?? 60_000 }, context.now);
  const expected = sha256(token);
  return {
    provider: 'pagerduty',
    canonicalUrl: (url) => url,
    refuse(call) {
      const given = /^token\s+token="?([^"\s]+)"?$/iu.exec(call.headers.authorization ?? '')?.[1];
      if (given === undefined || !timingSafeEqual(sha256(given), expected)) return unauthorised();
      return budget.spend() ? null : tooManyRequests();
    },
    finish(reply) {
      const { limit, remaining, resetsAt } = budget.read();
      const headers = {
        ...reply.headers,
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': String(remaining),
        'ratelimit-reset': String(Math.ceil((resetsAt - context.now()) / 1000)),
      };
      return { status: reply.status, body: reply.body, headers };
    },
    notFound,
    malformed: () => argumentError(['The body is not JSON']),
  };
}
