import type { CorrectionDecision, Membership } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { stableId } from '../sql/stable-id.ts';
import {
  createPatternForTest,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';
import type { ClusteringResult } from './write-clustering.ts';

const { store, open, query } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');

/** Returns the id of a failure, which is derived from the connection, the kind and the external id. */
const idOf = (name: string) => stableId('failure', connectionId, 'incident', name);

async function put(...names: string[]): Promise<void> {
  await store.failures.upsert(
    connectionId,
    names.map((externalId) =>
      createTestFailureDraft({ externalId, occurredAt: `2026-01-02T03:04:0${externalId.slice(-1)}.000Z` }),
    ),
  );
}

const member = (name: string): Membership => ({ failureId: idOf(name), confidence: 0.9, evidence: [] });

/** @param patterns the external ids of the failures in each pattern */
function clustering(patterns: Record<string, string[]>, alone: string[] = [], rest: Partial<ClusteringResult> = {}) {
  const names = [...Object.values(patterns).flat(), ...alone];
  return {
    episodes: names.map((name) => ({ id: idOf(name), failureIds: [idOf(name)] })),
    patterns: Object.entries(patterns).map(([id, its]) => ({
      pattern: createPatternForTest({ id }),
      members: its.map(member),
    })),
    lineage: [],
    inputVersion: 'v',
    ...rest,
  };
}

const membership = { confidence: 0.7, evidence: [{ signal: 'new_failure', detail: 'it came in', weight: 0 }] };
const assign = (name: string, patternId: string, by = store) =>
  by.patterns.assignNewFailures([{ failureId: idOf(name), patternId, ...membership }]);
const find = (name: string) => store.failures.find(idOf(name));

beforeEach(async () => {
  await query('delete from correction');
  await query('delete from failure');
  await put('old1', 'old2', 'old3', 'old4', 'alone5');
  await store.patterns.writeClustering(clustering({ a: ['old1', 'old2'], b: ['old3', 'old4'] }, ['alone5']));
});

test('listNewFailures returns failures that no clustering has read, newest first', async () => {
  expect(await store.patterns.listNewFailures()).toEqual([]);
  await put('new1', 'new2', 'new3');
  await store.failures.upsert(connectionId, [createTestFailureDraft({ externalId: 'drill', isFailure: false })]);
  expect(await store.patterns.listNewFailures()).toEqual(['new3', 'new2', 'new1'].map(idOf));
  expect(await store.patterns.listNewFailures([idOf('new1'), idOf('old1'), 'unknown'])).toEqual([idOf('new1')]);
  const grouped = await store.patterns.listClusteredFailures(['old1', 'alone5', 'new1'].map(idOf));
  expect(new Map(grouped.map(({ failureId, patternId }) => [failureId, patternId]))).toEqual(
    new Map([
      [idOf('old1'), 'a'],
      [idOf('alone5'), null],
    ]),
  );

  const duplicates = [{ failureId: idOf('new2'), duplicateOf: idOf('old1') }];
  await store.patterns.writeClustering(
    clustering({ a: ['old1', 'old2'], b: ['old3', 'old4'] }, ['alone5', 'new3'], { duplicates }),
  );
  expect(await store.patterns.listNewFailures()).toEqual([idOf('new1')]);
});

test('a new failure that was assigned to a pattern is listed there, but the results of the last clustering stay unchanged', async () => {
  await put('new1');
  expect(await assign('new1', 'a')).toBe(1);
  expect(await assign('new1', 'b')).toBe(0);
  expect(await find('new1')).toMatchObject({ patternId: 'a', isProvisional: true, membership });
  expect(await find('old1')).toMatchObject({
    patternId: 'a',
    patternName: expect.stringMatching(/./u),
    isProvisional: false,
  });
  const { items } = await store.failures.list({ patternId: 'a', limit: 9 });
  expect(items.filter(({ isProvisional }) => isProvisional).map(({ id }) => id)).toEqual([idOf('new1')]);
  expect(await store.patterns.listMembers('a')).toHaveLength(2);
  expect(await store.patterns.listAllMembers()).toHaveLength(4);
  expect(await store.patterns.listClusteredFailures([idOf('new1')])).toEqual([]);
  expect(await store.patterns.countClusteredFailures()).toEqual({ failures: 5, inPatterns: 4 });
});

test('assignNewFailures skips clustered failures, and unknown or retired patterns', async () => {
  await put('new1');
  expect(await assign('alone5', 'a')).toBe(0);
  expect(await assign('new1', 'nosuch')).toBe(0);
  await store.patterns.writeClustering(clustering({ b: ['old3', 'old4'] }, ['old1', 'old2', 'alone5']));
  expect(await assign('new1', 'a')).toBe(0);
  expect(await find('new1')).toMatchObject({ patternId: null, isProvisional: false, membership: null });
});

test('when several processes assign the same new failure concurrently, exactly one succeeds', async () => {
  await put('new1');
  const other = open();
  const counts = await Promise.all([assign('new1', 'a'), assign('new1', 'b', other), assign('new1', 'a')]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test.each<[string, () => CorrectionDecision]>([
  ['it is no failure', () => ({ kind: 'not_a_failure', failureId: idOf('new1') })],
  ['it is apart from a member', () => ({ kind: 'cannot_link', failureIds: [idOf('old1'), idOf('new1')] })],
  ['it is together with others', () => ({ kind: 'must_link', failureIds: [idOf('old3'), idOf('new1')] })],
])('a new failure with a decision is not assigned before the next clustering: %s', async (_, decide) => {
  await put('new1', 'new2');
  await store.corrections.add(decide());
  expect(await store.patterns.listNewFailures()).toEqual([idOf('new2')]);
  expect(await assign('new1', 'a')).toBe(0);
});

test.each<[string, Record<string, string[]>, string[], string | null]>([
  ['confirms', { a: ['old1', 'old2', 'new1'], b: ['old3', 'old4'] }, ['alone5'], 'a'],
  ['moves', { a: ['old1', 'old2'], b: ['old3', 'old4', 'new1'] }, ['alone5'], 'b'],
  ['leaves alone', { a: ['old1', 'old2'], b: ['old3', 'old4'] }, ['alone5', 'new1'], null],
])('a clustering %s an assigned failure', async (_, patterns, alone, patternId) => {
  await put('new1');
  await assign('new1', 'a');
  const changed = Object.keys(patterns).filter((id) => patterns[id]?.includes('new1'));
  expect(await store.patterns.writeClustering(clustering(patterns, alone))).toEqual({ changedPatternIds: changed });
  expect(await find('new1')).toMatchObject({ patternId, isProvisional: false });
  expect(await store.patterns.listNewFailures()).toEqual([]);
});

test('a new failure that a clustering did not read stays in its pattern, unless the clustering retires the pattern', async () => {
  await put('new1', 'new2');
  await assign('new1', 'a');
  await assign('new2', 'b');
  // This clustering also changes the members of the pattern `a`.
  const written = clustering({ a: ['old1', 'old2', 'alone5'] }, ['old3', 'old4']);
  expect(await store.patterns.writeClustering(written)).toEqual({ changedPatternIds: ['a'] });
  expect(await find('new1')).toMatchObject({ patternId: 'a', isProvisional: true });
  expect(await find('new2')).toMatchObject({ patternId: null });
  expect(await store.patterns.listNewFailures()).toEqual([idOf('new2')]);
  expect(await store.patterns.writeClustering(written)).toEqual({ changedPatternIds: [] });
});

test('after a decision that a new failure does not count, the next clustering removes the failure from its pattern', async () => {
  await put('new1');
  await assign('new1', 'a');
  await store.corrections.add({ kind: 'not_a_failure', failureId: idOf('new1') });
  await store.patterns.writeClustering(clustering({ a: ['old1', 'old2'], b: ['old3', 'old4'] }, ['alone5']));
  expect(await find('new1')).toMatchObject({ patternId: null });
});
