import type { Region } from './credential.ts';

/** The API root of each region. */
export const apiRoots: Readonly<Record<Region, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};
