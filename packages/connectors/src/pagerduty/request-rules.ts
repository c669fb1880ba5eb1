import type { ProviderRateLimits, RateLimitRule } from '@refrain/domain';

/**
 * At most 31 × 28 = 868 requests a minute, because 60 seconds overlap at most 31 windows of two seconds. PagerDuty's
 * limit is 960 per user (developer.pagerduty.com/docs/rest-api-rate-limits); the rest is left to the user.
 */
const requests: RateLimitRule = { name: 'requests', points: 28, seconds: 2 };
const once = [{ rule: requests, points: 1 }];

export const pagerDutyRateLimitRules: ProviderRateLimits = {
  providerName: 'PagerDuty',
  main: requests,
  byCost: { read: once, search: once, write: once, content: once },
};
