import type { ChangeDraft, FailureDraft, Pattern } from '@refrain/domain';

export function createFailureDraft(externalId: string): FailureDraft {
  return {
    kind: 'incident',
    externalId,
    title: 'Checkout answers 502',
    text: 'upstream timed out',
    services: ['checkout'],
    repository: 'acme/checkout',
    environment: null,
    paths: [],
    sha: null,
    occurredAt: '2026-01-02T03:04:05.678Z',
    resolvedAt: null,
    precision: 'instant',
    severity: null,
    url: null,
    version: '2026-01-02T04:00:00.000Z',
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
  };
}

export function createChangeDraft(fields: Partial<ChangeDraft>): ChangeDraft {
  return {
    kind: 'merged_pull_request',
    externalId: 'acme/checkout#12',
    repository: 'acme/checkout',
    environment: null,
    title: 'Bound the pool',
    text: '',
    sha: null,
    parents: [],
    number: 12,
    branch: null,
    base: null,
    paths: [],
    occurredAt: '2026-01-02T02:00:00.000Z',
    succeeded: null,
    url: 'https://github.com/acme/checkout/pull/12',
    version: '2026-01-02T02:00:00.000Z',
    ...fields,
  };
}

export function createTestPattern(id: string): Pattern {
  return {
    id,
    name: 'Connection pool runs dry',
    lesson: 'Under load the pool had no bound.',
    terms: ['pool'],
    cause: 'capacity',
    trigger: 'traffic',
    services: ['checkout'],
    repositories: ['acme/checkout'],
    confidence: 0.8,
    kinds: { incident: 2, failed_deployment: 0, reverted_change: 0 },
    episodes: 2,
    harm: 1,
    firstAt: '2026-01-01T00:00:00.000Z',
    lastAt: '2026-02-01T00:00:00.000Z',
  };
}
