import type { FailureDraft } from '@refrain/domain';
import { expect, it } from 'vitest';
import { mergePartialFailure } from './stale-failures.ts';

const known: FailureDraft = {
  kind: 'incident',
  externalId: 'P1',
  title: 'Queue is full',
  text: 'The pool is exhausted',
  services: ['Checkout'],
  repository: null,
  environment: null,
  paths: [],
  sha: null,
  occurredAt: '2026-01-10T10:00:00.000Z',
  resolvedAt: '2026-01-10T11:00:00.000Z',
  precision: 'instant',
  timing: { acknowledgedAt: '2026-01-10T10:05:00.000Z', mitigatedAt: null, reopenedAt: ['2026-01-10T10:40:00.000Z'] },
  severity: 'P2',
  urgency: 'high',
  responders: 2,
  references: ['https://github.test/acme/api/issues/7'],
  url: 'https://acme.pagerduty.com/incidents/P1',
  version: '2026-01-10T12:00:00.000Z',
  isFailure: true,
  confidence: 1,
};
const part: FailureDraft = {
  ...known,
  title: 'Queue was full',
  text: '',
  timing: null,
  severity: 'P1',
  responders: null,
  references: [],
  version: '2026-01-13T12:00:00.000Z',
};

it('a partial update replaces the fields that it contains and keeps the known values of all others', () => {
  const { title, severity, version } = part;
  expect(mergePartialFailure(part, known)).toEqual({ ...known, title, severity, version });
});

it('a partial update can reopen a failure', () => {
  const reopenedAt = ['2026-01-13T12:00:00Z'];
  const reopened = { ...part, resolvedAt: null, timing: { acknowledgedAt: null, mitigatedAt: null, reopenedAt } };
  expect(mergePartialFailure(reopened, known)).toMatchObject({
    resolvedAt: null,
    timing: {
      acknowledgedAt: '2026-01-10T10:05:00.000Z',
      reopenedAt: ['2026-01-10T10:40:00.000Z', '2026-01-13T12:00:00.000Z'],
    },
  });
});

it('a partial update supplies values that were unknown', () => {
  const bare = { ...known, text: '', services: [], timing: null, responders: null, references: [], url: null };
  const telling = { ...known, version: part.version };
  expect(mergePartialFailure(telling, bare)).toEqual(telling);
});

it('applying the same partial update twice changes nothing', () => {
  const once = mergePartialFailure({ ...part, timing: known.timing, references: ['https://x.test/1'] }, known);
  expect(mergePartialFailure(once, once)).toEqual(once);
});
