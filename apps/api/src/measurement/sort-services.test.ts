import type { ServiceSummary } from '@refrain/domain';
import { expect, test } from 'vitest';
import { sortServices } from './sort-services.ts';

function service(name: string, values: Partial<ServiceSummary>): ServiceSummary {
  return {
    name,
    kind: 'service',
    patterns: 0,
    episodes: 0,
    impactHours: null,
    episodesBefore: null,
    timeline: [],
    lastAt: '2026-01-01T00:00:00.000Z',
    teams: [],
    deployments: null,
    ...values,
  };
}

const services = [
  service('b', { episodes: 2, patterns: 1, impactHours: 5 }),
  service('a', { episodes: 2, patterns: 3, deployments: 0 }),
  service('c', { lastAt: '2026-02-01T00:00:00.000Z', deployments: 9 }),
];

test.each([
  ['episodes', undefined, 'abc'],
  ['episodes', 'asc', 'cba'],
  ['impactHours', undefined, 'bca'],
  ['lastAt', undefined, 'cab'],
  ['deployments', undefined, 'cab'],
  ['name', undefined, 'abc'],
  ['name', 'desc', 'cba'],
] as const)('sorts services by %s in the order %s', (sort, order, expected) => {
  const sorted = sortServices(services, sort, order);
  expect(sorted.map(({ name }) => name).join('')).toBe(expected);
});
