import type { PagerDutyRegion } from './credential.ts';

export const pagerDutyApiRoots: Readonly<Record<PagerDutyRegion, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};
