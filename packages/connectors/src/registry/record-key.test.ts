import { expect, test } from 'vitest';
import { providers } from './providers.ts';

test.each([
  ['github', 'merged_pull_request', 'acme/api#12', 'pull/acme/api/12'],
  ['github', 'commit', 'acme/api@5f3c', 'commit/acme/api/5f3c'],
  ['github', 'deployment', 'acme/api#deployment/7', 'deployment/acme/api/7'],
  ['github', 'failed_deployment', 'acme/api#run/8', 'run/acme/api/8'],
  ['github', 'incident', 'acme/api#issue/9', 'issue/acme/api/9'],
  ['github', 'incident', 'acme/api#postmortem/docs/a#1@2.md', 'file/acme/api/docs/a#1@2.md'],
  ['pagerduty', 'incident', 'PABC', 'incident/PABC'],
  ['pagerduty', 'deployment', 'change_event/PXYZ', 'change_event/PXYZ'],
] as const)(
  'the delivery key of the %s record of the kind %s with the id %s is %s',
  (provider, kind, externalId, key) => {
    expect(providers.recordKeyOf(provider, { kind, externalId })).toBe(key);
  },
);
