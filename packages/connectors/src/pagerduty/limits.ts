import type { RequestRule, RequestRules } from '@refrain/domain';

/**
 * PagerDuty's limit is 960 a minute for each user (developer.pagerduty.com/docs/rest-api-rate-limits). This is at most
 * 31 × 28 = 868, since 60 seconds overlap at most 31 windows of 2. The rest is for the user.
 */
const requests: RequestRule = { name: 'requests', points: 28, seconds: 2 };
const once = [{ rule: requests, points: 1 }];

export const limits: RequestRules = {
  providerName: 'PagerDuty',
  main: requests,
  byCost: { read: once, search: once, write: once, content: once },
};
