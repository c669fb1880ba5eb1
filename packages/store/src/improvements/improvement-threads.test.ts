import { createDecider } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import type { ClusteringResult } from '../patterns/write-clustering.ts';
import { createPatternForTest, createTestProposal, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { improvements } = store;
const group = (ids: readonly string[], lineage: ClusteringResult['lineage'] = [], { patterns }: Store = store) =>
  patterns.writeClustering({
    episodes: [],
    patterns: ids.map((id) => ({ pattern: createPatternForTest({ id, episodes: 3 }), members: [] })),
    lineage,
    inputVersion: ids.join(),
  });

async function open(patternId: string, { improvements }: Store = store): Promise<string> {
  const { id } = await improvements.ensure(patternId, createTestProposal());
  await improvements.approve(id, {}, createDecider('session', 'a person'));
  await improvements.recordIssue(id, { repository: 'acme/api', number: 1, url: `https://x.example/${id}` });
  return id;
}

test('the last comment that was read on an issue is stored, and each posted comment is stored once', async () => {
  await group(['a']);
  const id = await open('a');
  expect(await improvements.readThread(id)).toEqual({ lastCommentId: 0, posted: [] });
  await improvements.recordPostedComment(id, 'split-b');
  await improvements.recordPostedComment(id, 'split-b');
  await improvements.recordPostedComment(id, 'reply-7');
  await improvements.recordSynced(id, 4_000_000_000);
  await improvements.recordSynced(id);
  expect(await improvements.readThread(id)).toEqual({ lastCommentId: 4_000_000_000, posted: ['split-b', 'reply-7'] });
});

test('an issue that was not synced for a while is listed as due, separately for active and finished improvements', async () => {
  const { store } = await openStoreUnderTest();
  const { improvements } = store;
  await group(['a', 'b', 'c'], [], store);
  const [a, b, c] = [await open('a', store), await open('b', store), await open('c', store)];
  await improvements.recordSynced(a);
  await improvements.transition(c, { state: 'declined' });
  const past = '2000-01-01T00:00:00.000Z';
  const future = '2100-01-01T00:00:00.000Z';
  expect(await improvements.listUnsynced('active', past, 9)).toEqual([b]);
  expect(await improvements.listUnsynced('done', past, 9)).toEqual([c]);
  expect(await improvements.listUnsynced('active', future, 9)).toHaveLength(2);
  expect(await improvements.listUnsynced('active', future, 1)).toEqual([b]);
});

test('a merged fix is listed as undeployed until its deployment is known', async () => {
  await group(['d']);
  const id = await open('d');
  const fix = { url: 'https://github.com/acme/web/pull/9', mergedAt: '2026-03-01T00:00:00.000Z', deployedAt: null };
  await improvements.transition(id, { state: 'fixed', fix });
  expect(await improvements.listUndeployed(['acme/api'])).toEqual([]);
  expect(await improvements.listUndeployed(['acme/api', 'acme/web'])).toEqual([id]);
  await improvements.transition(id, { fix: { ...fix, deployedAt: fix.mergedAt } });
  expect(await improvements.listUndeployed(['acme/web'])).toEqual([]);
});

test('an improvement whose pattern was merged is listed with the pattern that is now active, and a split pattern is listed until a comment reports the split', async () => {
  await group(['e', 'f']);
  const [e, f] = [await open('e'), await open('f')];
  await group(['f', 'g'], [{ patternId: 'e', relatedPatternId: 'h', kind: 'merged_into' }]);
  await group(
    ['f', 'g', 'i'],
    [
      { patternId: 'h', relatedPatternId: 'g', kind: 'merged_into' },
      { patternId: 'i', relatedPatternId: 'f', kind: 'split_from' },
    ],
  );
  const left = async () => (await improvements.listOrphaned()).filter(({ id }) => id === e || id === f);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(await left()).toEqual(
    [
      { id: e, mergedInto: 'g', split: [] },
      { id: f, mergedInto: null, split: ['i'] },
    ].sort(byId),
  );
  await improvements.recordPostedComment(f, 'split-i');
  await improvements.moveToPattern(e, 'g');
  expect(await left()).toEqual([]);
});

test('a split-off pattern of one or two episodes, or one that was retired, is not reported', async () => {
  await group(['k']);
  const k = await open('k');
  const split = [{ patternId: 'l', relatedPatternId: 'k', kind: 'split_from' }] as const;
  const regroup = (ids: readonly string[], episodes: number) =>
    store.patterns.writeClustering({
      episodes: [],
      patterns: ids.map((id) => ({
        pattern: createPatternForTest({ id, episodes: id === 'l' ? episodes : 9 }),
        members: [],
      })),
      lineage: [...split],
      inputVersion: `${ids.join()} ${episodes}`,
    });
  const left = async () => (await improvements.listOrphaned()).filter(({ id }) => id === k);
  await regroup(['k', 'l'], 2);
  expect(await left()).toEqual([]);
  await regroup(['k', 'l'], 3);
  expect(await left()).toEqual([{ id: k, mergedInto: null, split: ['l'] }]);
  await regroup(['k'], 0);
  expect(await left()).toEqual([]);
});
