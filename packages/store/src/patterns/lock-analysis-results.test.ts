import type { Measurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { openStoreUnderTest } from '../testing/store-under-test.ts';
import { isRunOvertaken } from './lock-analysis-results.ts';

const clustering = { episodes: [], patterns: [], lineage: [], inputVersion: 'v' };

/**
 * Opens a separate store with one clustering, because a clustering run of another test would overtake the runs of this
 * test.
 */
async function openClustered(): Promise<Store> {
  const { store } = await openStoreUnderTest();
  await store.patterns.writeClustering(clustering);
  return store;
}

const writes = (store: Store, run: string | null) => [
  () => store.reports.beginWriting(run),
  () => store.changes.replaceLinks([], run),
  () => store.changes.replaceAssessments([], run),
  () => store.patterns.writeClustering(clustering, run),
  () => store.reports.writeObservations({ episodes: [], changes: [] }, run),
  () => store.reports.writeMeasurement({ asOf: '2026-01-01T00:00:00.000Z' } as Measurement, [], run),
  () => store.reports.markPending([], run),
  () => store.improvements.recordEffects([], run),
];

/** Tries each write of a clustering run. @returns for each write whether it is refused, in the order of the writes */
async function listRefused(store: Store, run: string | null): Promise<boolean[]> {
  const refused: boolean[] = [];
  for (const write of writes(store, run)) refused.push(await write().then(() => false, isRunOvertaken));
  return refused;
}

test('only the clustering run that began last may write', async () => {
  const { store } = await openStoreUnderTest();
  const all = (isRefused: boolean) => writes(store, null).map(() => isRefused);
  const first = await store.patterns.beginRun();
  expect(await listRefused(store, first)).toEqual(all(false));
  const second = await store.patterns.beginRun();
  expect(await listRefused(store, first)).toEqual(all(true));
  const third = await store.patterns.beginRun();
  expect(await listRefused(store, second)).toEqual(all(true));
  expect(await listRefused(store, third)).toEqual(all(false));
});

test('clustering runs have different start times, even if they begin in the same millisecond', async () => {
  const store = await openClustered();
  const begun: (string | null)[] = [];
  for (let round = 0; round < 50; round += 1) begun.push(await store.patterns.beginRun());
  expect(new Set(begun).size).toBe(50);
});

test('the duration of an overtaken clustering run is not stored', async () => {
  const store = await openClustered();
  const overtaken = await store.patterns.beginRun();
  const last = await store.patterns.beginRun();
  await store.patterns.endRun(overtaken);
  expect(await store.patterns.findRunTiming()).toBeNull();
  await store.patterns.endRun(last);
  expect(await store.patterns.findRunTiming()).toMatchObject({ begunMsAgo: expect.any(Number) });
});
