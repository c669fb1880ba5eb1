import { providers } from '@refrain/connectors';
import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { listStale } from './list-stale.ts';

const { store, connect } = await openWorkerUnderTest();

const at = (hour: number) => new Date(Date.UTC(2026, 4, 20, hour)).toISOString();

function incident(externalId: string, service: string): FailureDraft {
  return {
    kind: 'incident',
    externalId,
    title: 'Queue is full',
    text: '',
    services: [service],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt: at(9),
    resolvedAt: null,
    precision: 'instant',
    timing: null,
    severity: null,
    urgency: null,
    responders: null,
    references: [],
    url: null,
    version: at(10),
    isFailure: true,
    confidence: 1,
  };
}

test('lists incidents of services without a stream for the first stream', async () => {
  const connection = await connect({}, 'pagerduty');
  const { id } = connection;
  const members = [
    { id: 'S1', name: 'Old shop', state: 'gone' },
    { id: 'S2', name: 'Checkout', state: 'present' },
    { id: 'S3', name: 'Search', state: 'present' },
    { id: 'S4', name: 'Without a stream', state: 'present' },
  ] as const;
  await store.connections.changeScopeMembers(id, { known: [], members, renames: [] });
  await store.connections.ensureStreams(id, ['incidents:S1', 'incidents:S2', 'incidents:S3']);
  const services = ['Old shop', 'Checkout', 'Search', 'Without a stream', 'Former name of Search'];
  await store.failures.upsert(
    id,
    services.map((service, place) => incident(`P${place}`, service)),
  );
  await store.failures.markStale(
    id,
    services.map((_, place) => ({ kind: 'incident', externalId: `P${place}`, version: at(11) })),
  );
  const touched = (stream: string) => listStale({ store, providers }, connection, stream);
  expect(await touched('incidents:S2')).toEqual(['P1', 'P0', 'P3', 'P4']);
  expect(await touched('incidents:S3')).toEqual(['P2']);
  expect(await touched('incidents:S1')).toEqual([]);
  expect(await touched('incidents')).toHaveLength(5);
});
