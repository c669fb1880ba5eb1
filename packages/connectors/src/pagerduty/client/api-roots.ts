import type { Region } from './credential.ts';

export const apiRoots: Readonly<Record<Region, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};
