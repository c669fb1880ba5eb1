import type { IssueTracker } from '@refrain/connectors';
import { createDecider } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { examplePattern } from '../report-under-test.ts';
import { createFollowPatternHandler } from './follow-pattern.ts';
import { createSyncIssuesHandler } from './sync-issue.ts';

const { store } = await openStoreUnderTest();

const { signal } = new AbortController();
const alive = new Set<string>();

function group(
  change: { add?: string[]; drop?: string[] },
  lineage: [string, 'merged_into' | 'split_from', string][] = [],
) {
  for (const id of change.add ?? []) alive.add(id);
  for (const id of change.drop ?? []) alive.delete(id);
  return store.patterns.writeClustering({
    episodes: [],
    patterns: [...alive].map((id) => ({ pattern: { ...examplePattern, id, name: `Failure *${id}*` }, members: [] })),
    lineage: lineage.map(([patternId, kind, relatedPatternId]) => ({ patternId, kind, relatedPatternId })),
    inputVersion: JSON.stringify([...alive]),
  });
}

async function open(patternId: string, number: number): Promise<string> {
  const { id } = await store.improvements.ensure(patternId, { repository: 'acme/api', title: patternId });
  await store.improvements.approve(id, {}, createDecider('session', 'the test'));
  await store.improvements.recordIssue(id, { repository: 'acme/api', number, url: `https://x.example/${number}` });
  return id;
}

/** Follows all improvements whose pattern was merged or split. Returns the comments and state changes of their issues. */
async function follow(isDryRun = false): Promise<string[]> {
  const done: string[] = [];
  const tracker = {
    ensureComment: async ({ number }: { number: number }, { body }: { body: string }) => {
      if (isDryRun) return null;
      done.push(`#${number} ${body}`);
      return { url: '' };
    },
    setIssueState: async ({ number }: { number: number }, to: string) => {
      if (isDryRun) return false;
      done.push(`#${number} ${to}`);
      return true;
    },
  } as unknown as IssueTracker;
  const ensured: string[] = [];
  const producer = { enqueue: async (name: string) => void ensured.push(name) };
  const handle = createFollowPatternHandler({ store, openRepository: async () => tracker, producer, now: Date.now });
  const asked: string[] = [];
  const many = async (name: string, payloads: readonly object[]) => {
    if (name === 'follow-pattern')
      asked.push(...payloads.map((one) => (one as { improvementId: string }).improvementId));
  };
  const look = createSyncIssuesHandler({ store, producer: { enqueueMany: many }, now: Date.now });
  await look({}, signal);
  for (const improvementId of [...asked, ...asked]) await handle({ improvementId }, signal);
  return [...done, ...ensured];
}

test('if a pattern with an issue is merged into a pattern without one, the issue continues for both', async () => {
  await group({ add: ['a', 'b'] });
  const id = await open('a', 1);
  await store.improvements.ensure('b', { repository: 'acme/api', title: 'b' });
  await group({ drop: ['a'] }, [['a', 'merged_into', 'b']]);
  expect(await follow()).toEqual([
    expect.stringMatching(/^#1 .*same as \*\*Failure .*continues for both/u),
    'ensure-issue',
  ]);
  expect(await store.improvements.findByPattern('b')).toMatchObject({ id, issueNumber: 1, state: 'opened' });
  expect(await follow()).toEqual([]);
});

test('the issue of a merged pattern continues for both patterns even in a dry run', async () => {
  await group({ add: ['x', 'y'] });
  const id = await open('x', 9);
  await group({ drop: ['x'] }, [['x', 'merged_into', 'y']]);
  expect(await follow(true)).toEqual(['ensure-issue']);
  expect(await store.improvements.findByPattern('y')).toMatchObject({ id, issueNumber: 9 });
});

test('if two patterns with issues are merged, the issue of the pattern that ends is closed as a duplicate', async () => {
  await group({ add: ['c', 'd'] });
  const id = await open('c', 2);
  await open('d', 3);
  await group({ drop: ['c'] }, [['c', 'merged_into', 'd']]);
  // During the dry run no comment is written. After the dry run the comment is written.
  expect(await follow(true)).toEqual([]);
  expect(await store.improvements.find(id)).toMatchObject({ state: 'opened' });
  expect(await follow()).toEqual([expect.stringMatching(/^#2 .*both continue in #3\.$/u), '#2 duplicate']);
  expect(await store.improvements.find(id)).toMatchObject({
    state: 'declined',
    issueState: 'duplicate',
    reason: expect.stringMatching(/x\.example\/3/u),
  });
  expect(await follow()).toEqual([]);
});

test('a split adds one comment to the issue, in which Markdown in the name of the pattern is escaped', async () => {
  await group({ add: ['e'] });
  const id = await open('e', 4);
  await group({ add: ['f'] }, [['f', 'split_from', 'e']]);
  const [said = '', ...more] = await follow();
  expect(said).toMatch(/^#4 Some episodes of this issue .*Failure &#42;f&#42;/u);
  expect(more).toEqual([]);
  expect(await store.improvements.find(id)).toMatchObject({ state: 'opened', patternId: 'e' });
  expect(await follow()).toEqual([]);
});

test('a split during a snooze is announced on the issue after the snooze', async () => {
  await group({ add: ['g'] });
  const id = await open('g', 5);
  await store.improvements.transition(id, { snoozedUntil: new Date(Date.now() + 60_000).toISOString() });
  await group({ add: ['h'] }, [['h', 'split_from', 'g']]);
  expect(await follow()).toEqual([]);
  await store.improvements.transition(id, { snoozedUntil: new Date(Date.now() - 60_000).toISOString() });
  expect(await follow()).toEqual([expect.stringMatching(/^#5 Some episodes of this issue/u)]);
});
