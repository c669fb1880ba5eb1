import { randomUUID } from 'node:crypto';
import type { IssueTracker } from '@refrain/connectors';
import { deciderBy, type Effect, ImprovementPolicy, type PatternReport } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { pattern, report } from './report-under-test.ts';
import { createVerifyEffect } from './verify-effect.ts';

const { store } = await openStoreUnderTest();

const { signal } = new AbortController();
const fixedAt = '2026-03-01T00:00:00.000Z';
const rate = { episodes: 3, exposure: 10, value: 0.3, low: 0.1, high: 0.9 };

function effectOf(patternId: string, verdict: Effect['verdict']): Effect {
  const says = [`${verdict}: as it was seen.`];
  const perWeek = { before: rate, goesOn: 0.2, expected: 2, after: rate, ratio: null };
  return {
    ...{ patternId, fixedAt, until: '2026-06-01T00:00:00.000Z', verdict, says, perWeek, per100Changes: null },
    ...{ decidedAt: verdict === 'too_early' ? null : '2026-05-01T00:00:00.000Z', weeksNeeded: null },
    watchEndsAt: '2027-03-01T00:00:00.000Z',
  };
}

const known: string[] = [];

/** An improvement whose fix is deployed, what came of it, and everything that is done about that. */
async function verify(verdict: Effect['verdict'], onRecurrence: 'reopen' | 'follow_up' = 'reopen', isDryRun = false) {
  const patternId = randomUUID();
  known.push(patternId);
  await store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: patternId },
    patterns: known.map((id) => ({ pattern: { ...pattern, id }, members: [] })),
  });
  const members = [{ failureId: 'f', episodeId: 'f', occurredAt: '2026-04-01T00:00:00.000Z', title: 'It came' }];
  const told = { kind: 'incident', services: [], repository: null, url: null, excerpt: '', evidence: [] };
  const whole = { ...report, members: members.map((member) => ({ ...told, ...member })) };
  await store.reports.ensure(patternId, whole as unknown as PatternReport);
  await store.policies.decide(ImprovementPolicy.parse({ onRecurrence }), 'the test');
  const { id } = await store.improvements.ensure(patternId, {
    repository: 'acme/api',
    title: 'Stop it',
    guardrailId: 'g',
  });
  await store.improvements.approve(id, {}, deciderBy('session', 'the test'));
  await store.improvements.recordIssue(id, {
    repository: 'acme/api',
    number: 7,
    url: 'https://x.example/acme/api/issues/7',
  });
  const fix = { url: null, mergedAt: fixedAt, deployedAt: fixedAt };
  await store.improvements.turn(id, { state: 'fixed', issueState: 'completed', fix });
  expect(await store.improvements.recordEffects([effectOf(patternId, verdict)])).toEqual([id]);
  const done: string[] = [];
  const tracker = {
    ensureComment: async (_place: unknown, { body }: { body: string }) => {
      if (isDryRun) return null;
      done.push(body);
      return { url: '' };
    },
    turnIssue: async (_place: unknown, to: string) => {
      if (isDryRun) return false;
      done.push(to);
      return true;
    },
  } as unknown as IssueTracker;
  const asked: string[] = [];
  const producer = { enqueue: async (name: string) => void asked.push(name) };
  const handle = createVerifyEffect({ store, openRepository: async () => tracker, producer });
  await handle({ improvementId: id }, signal);
  await handle({ improvementId: id }, signal);
  const improvement = await store.improvements.find(id);
  const afterwards = async () => {
    isDryRun = false;
    await handle({ improvementId: id }, signal);
    return { done, improvement: await store.improvements.find(id) };
  };
  return { done, asked, improvement, afterwards };
}

test('one that held is verified, and its issue gets one comment', async () => {
  const { done, improvement } = await verify('held');
  expect(done).toEqual([expect.stringMatching(/^### The fix held\n\nheld: as it was seen\.$/u)]);
  expect(improvement).toMatchObject({ state: 'verified', reason: 'held: as it was seen.' });
});

test('one that came back is opened again, with the new evidence', async () => {
  const { done, asked, improvement } = await verify('came_back');
  expect(done).toEqual([expect.stringMatching(/^### The failure came back.*It came.*open again/su), 'open']);
  expect(improvement).toMatchObject({ state: 'recurred', issueState: 'open', issueNumber: 7 });
  expect(asked).toEqual(['ensure-issue']);
});

test('or is followed by another issue, as the policy has it, and what was tried is kept', async () => {
  const { done, asked, improvement } = await verify('came_back', 'follow_up');
  expect(done).toEqual([expect.stringMatching(/Another issue follows/u)]);
  expect(improvement).toMatchObject({
    ...{ state: 'approved', issueNumber: null, fix: null, effect: null },
    followsUrl: 'https://x.example/acme/api/issues/7',
    pastFixes: [{ guardrailId: 'g', verdict: 'came_back', deployedAt: fixedAt }],
  });
  expect(asked).toEqual(['ensure-issue']);
});

test('where nothing can be told the issue says so once, and while it is too early nothing', async () => {
  expect(await verify('not_distinguishable')).toMatchObject({
    done: [expect.stringMatching(/^### Nothing can be told/u)],
    improvement: { state: 'fixed', reason: 'not_distinguishable: as it was seen.' },
  });
  expect(await verify('too_early')).toMatchObject({ done: [], improvement: { state: 'fixed' } });
});

test.each([
  ['held', 'reopen', 'verified'],
  ['came_back', 'reopen', 'recurred'],
  ['came_back', 'follow_up', 'approved'],
] as const)(
  'in a dry run a fix that %s turns nothing (%s), and it is said after it',
  async (verdict, onRecurrence, state) => {
    const { done, asked, improvement, afterwards } = await verify(verdict, onRecurrence, true);
    expect([done, asked, improvement?.state]).toEqual([[], [], 'fixed']);
    const later = await afterwards();
    expect(later.done[0]).toMatch(/^### The f/u);
    expect(later.improvement?.state).toBe(state);
  },
);

test('what became of the guardrails is known to the next recommendation', async () => {
  const outcomes = (await store.improvements.listOutcomes()).map(
    ({ guardrailId, outcome }) => `${guardrailId} ${outcome}`,
  );
  expect([...new Set(outcomes)].sort()).toEqual(['g came_back', 'g held', 'g not_distinguishable', 'g too_early']);
  expect(await store.improvements.listFixes()).toHaveLength(outcomes.length);
});
