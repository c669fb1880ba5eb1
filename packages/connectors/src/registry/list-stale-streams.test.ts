import { expect, test } from 'vitest';
import { providers } from './providers.ts';

const repository = { full_name: 'acme/api' };

test.each([
  ['github', 'github.event.workflow_run', { repository }, ['runs:acme/api', 'deployments:acme/api']],
  ['github', 'github.event.star', { repository }, []],
  ['github', 'github.event.push', { repository: null }, []],
  ['github', 'github.workflow_run', { repository: 'acme/api' }, []],
  [
    'pagerduty',
    'pagerduty.event.incident.triggered',
    { event: { data: { service: { id: 'P1' } } } },
    ['incidents', 'incidents:P1'],
  ],
  ['pagerduty', 'pagerduty.event.incident.annotated', { event: { data: null } }, ['incidents']],
  ['pagerduty', 'pagerduty.event.service.updated', { event: { data: null } }, []],
  ['pagerduty', 'pagerduty.incident', {}, []],
  ['archive', 'archive.incident', {}, []],
] as const)('lists the stale streams of %s after %s', (provider, type, payload, streams) => {
  expect(providers.listStaleStreams(provider, { type, payload })).toEqual(streams);
});
