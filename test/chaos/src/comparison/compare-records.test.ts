import type { Change, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { compareRecords, type StoredRecord } from './compare-records.ts';
import type { ExpectedRecord } from './expected-record.ts';

const resolvedAt = '2026-03-01T10:00:00Z';
const version = resolvedAt;
const commit = (externalId: string, says: string[] = []): ExpectedRecord => ({
  provider: 'github',
  table: 'change',
  kind: 'commit',
  externalId,
  state: { contains: says },
});
const incident: ExpectedRecord = {
  provider: 'pagerduty',
  table: 'failure',
  kind: 'incident',
  externalId: 'P1',
  state: { resolvedAt, isFailure: true },
};
const storedCommit = (externalId: string): StoredRecord => ({
  provider: 'github',
  table: 'change',
  row: { kind: 'commit', externalId, title: 'soak-1', text: '', version } as Change,
});
const storedIncident = (more: Partial<Failure> = {}): StoredRecord => ({
  provider: 'pagerduty',
  table: 'failure',
  row: {
    kind: 'incident',
    externalId: 'P1',
    services: ['Checkout'],
    isFailure: true,
    resolvedAt,
    version,
    ...more,
  } as Failure,
});
const names = new Map([
  ['acme/old', 'acme/new'],
  ['acme/gone', null],
]);

test('the comparison reports no differences if all records are stored, even after repositories were renamed or deleted', () => {
  const stored = [storedCommit('acme/old@1'), storedCommit('acme/gone@2'), storedIncident()];
  expect(compareRecords([commit('acme/new@1', ['soak-1']), incident], stored, names)).toEqual({
    existing: 2,
    stored: 2,
    lost: [],
    twice: [],
    invented: [],
    stale: [],
  });
});

test('the comparison reports records that are missing, duplicated, stale or absent at the providers', () => {
  const expected = [commit('acme/new@1', ['soak-12']), commit('acme/new@3'), incident];
  const stored = [
    storedCommit('acme/old@1'),
    storedCommit('acme/new@1'),
    storedCommit('acme/new@4'),
    storedIncident({ resolvedAt: null }),
  ];
  expect(compareRecords(expected, stored, names)).toMatchObject({
    existing: 3,
    stored: 3,
    lost: ['github change commit acme/new@3'],
    twice: ['acme/old@1 = acme/new@1'],
    invented: ['github change commit acme/new@4'],
    stale: [expect.stringContaining('lacks soak-12'), expect.stringContaining('resolvedAt is null')],
  });
});

test('the comparison reports an outdated service, severity, urgency or mitigation time', () => {
  const state = { services: ['Search'], severity: 'P1', urgency: 'high', mitigatedAt: resolvedAt };
  const stored = storedIncident({ severity: 'P2', urgency: 'low', timing: null });
  const { stale } = compareRecords([{ ...incident, state }], [stored], names);
  expect(stale).toEqual([
    expect.stringMatching(
      /severity is P2 .*, urgency is low .*, services is Checkout and should be Search, mitigatedAt is null/u,
    ),
  ]);
});

test('the comparison reports a stored revert that does not exist at GitHub, unless it is older than the first event', () => {
  const reverted = (title: string): StoredRecord => ({
    provider: 'github',
    table: 'failure',
    row: { kind: 'reverted_change', externalId: `acme/new@${title}`, title, text: '', isFailure: true } as Failure,
  });
  const stored = [reverted('Raise the limit'), reverted('Raise the limit of soak-7')];
  expect(compareRecords([], stored, names).invented).toEqual([
    'github failure reverted_change acme/new@Raise the limit of soak-7',
  ]);
});

test('the comparison accepts a dismissed incident that does not exist at PagerDuty', () => {
  expect(compareRecords([], [storedIncident({ isFailure: false })], names).invented).toEqual([]);
  expect(compareRecords([], [storedIncident()], names).invented).toEqual(['pagerduty failure incident P1']);
});
