import { providers } from '@refrain/connectors';
import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { listStaleIncidents } from './list-stale-incidents.ts';
import { createPullStreamHandler } from './pull-stream.ts';
import { createSyncStreamHandler } from './sync-stream.ts';

const { store, connect, depsFor } = await openWorkerUnderTest();

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

test('stale incidents of services without a stream are listed with the first stream', async () => {
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
  const staleOf = (stream: string) => listStaleIncidents({ store, providers }, connection, stream);
  expect(await staleOf('incidents:S2')).toEqual(['P1', 'P0', 'P3', 'P4']);
  expect(await staleOf('incidents:S3')).toEqual(['P2']);
  expect(await staleOf('incidents:S1')).toEqual([]);
  expect(await staleOf('incidents')).toHaveLength(5);
});

test('the first request of a sync names the stale incidents, and the first of a backfill names none', async () => {
  const { id: connectionId } = await connect({}, 'pagerduty');
  const staleIds: (readonly string[] | undefined)[] = [];
  const deps = depsFor({
    pull: async (request) => {
      staleIds.push(request.staleIds);
      return { records: [], next: null, expected: null };
    },
  });
  const target = { connectionId, stream: 'incidents' };
  await store.connections.startBackfill(connectionId, ['incidents'], null);
  await store.failures.upsert(connectionId, [incident('P1', 'Checkout'), incident('P2', 'Checkout')]);
  await store.failures.markStale(connectionId, [{ kind: 'incident', externalId: 'P1', version: at(11) }]);
  await createPullStreamHandler(deps)(target, new AbortController().signal);
  await createSyncStreamHandler(deps)(target, new AbortController().signal);
  await createPullStreamHandler(deps)(target, new AbortController().signal);
  expect(staleIds).toEqual([undefined, ['P1']]);
});
