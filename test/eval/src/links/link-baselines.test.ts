import type { Change, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { causeBaselines } from './link-baselines.ts';

const instant = (hours: number) => new Date(Date.UTC(2026, 0, 5, hours)).toISOString();
const change = (id: string, hours: number, given: Partial<Change>) =>
  ({
    id,
    occurredAt: instant(hours),
    kind: 'deployment',
    environment: 'production',
    succeeded: true,
    ...given,
  }) as Change;
const incidents = [{ id: 'i', services: ['Track API (prod)'], occurredAt: instant(100) } as unknown as Failure];
const changes = [
  change('old', 60, { repository: 'acme/track-api' }),
  change('far', 70, { repository: 'acme/mail' }),
  change('staged', 90, { repository: 'acme/mail', environment: 'staging' }),
  change('failed', 95, { repository: 'acme/track-api', succeeded: false }),
  change('after', 101, { repository: 'acme/track-api' }),
];

test('the rule of the last successful deployment considers deployments of any repository and age', () => {
  expect(causeBaselines.lastSuccessfulDeployment(incidents, changes)).toMatchObject([
    { verdict: 'change', candidates: [{ changeId: 'far' }] },
  ]);
  expect(causeBaselines.lastSuccessfulDeployment(incidents, changes.slice(2))).toMatchObject([
    { verdict: 'not_change_related', candidates: [] },
  ]);
});

test('the rule of time and service considers changes of the previous day in the repository named like the service', () => {
  expect(causeBaselines.timeAndService(incidents, changes)).toMatchObject([{ candidates: [{ changeId: 'failed' }] }]);
  expect(causeBaselines.timeAndService(incidents, changes.slice(0, 3))).toMatchObject([
    { verdict: 'not_change_related' },
  ]);
});
