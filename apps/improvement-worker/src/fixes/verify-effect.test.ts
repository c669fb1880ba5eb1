import { randomUUID } from 'node:crypto';
import type { IssueTracker } from '@refrain/connectors';
import { createDecider, type Effect, ImprovementPolicy, type PatternReport } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { examplePattern, exampleReport } from '../report-under-test.ts';
import { createVerifyEffectHandler } from './verify-effect.ts';

const { signal } = new AbortController();
const fixedAt = '2026-03-01T00:00:00.000Z';
const rate = { episodes: 3, exposure: 10, value: 0.3, low: 0.1, high: 0.9 };

function effectOf(patternId: string, verdict: Effect['verdict']): Effect {
  const says = [`${verdict}: as it was seen.`];
  const perWeek = { before: rate, expectedRate: 0.2, expected: 2, after: rate, ratio: null };
  return {
    patternId,
    fixedAt,
    until: '2026-06-01T00:00:00.000Z',
    verdict,
    explanation: says,
    perWeek,
    per100Changes: null,
    decidedAt: verdict === 'too_early' ? null : '2026-05-01T00:00:00.000Z',
    weeksNeeded: null,
    monitoringEndsAt: '2027-03-01T00:00:00.000Z',
  };
}

const { store } = await openStoreUnderTest();

interface Policy {
  readonly onRecurrence?: 'reopen' | 'follow_up';
  readonly isDryRun?: boolean;
}

/** Returns a function that verifies the effect of a deployed fix twice, each time for a new pattern with these guardrails. */
function startEffects(guardrailId = 'g') {
  const patternIds: string[] = [];

  async function verify(verdict: Effect['verdict'], { onRecurrence = 'reopen', isDryRun = false }: Policy = {}) {
    let isWriting = !isDryRun;
    const patternId = randomUUID();
    patternIds.push(patternId);
    await store.patterns.writeClustering({
      episodes: [],
      lineage: [],
      inputVersion: patternId,
      patterns: patternIds.map((id) => ({ pattern: { ...examplePattern, id }, members: [] })),
    });
    const members = [{ failureId: 'f', episodeId: 'f', occurredAt: '2026-04-01T00:00:00.000Z', title: 'It came' }];
    const shared = { kind: 'incident', services: [], repository: null, url: null, excerpt: '', evidence: [] };
    const whole = { ...exampleReport, members: members.map((member) => ({ ...shared, ...member })) };
    await store.reports.ensure(patternId, whole as unknown as PatternReport);
    await store.improvements.setPolicy(ImprovementPolicy.parse({ onRecurrence }), 'the test');
    const { id } = await store.improvements.ensure(patternId, {
      repository: 'acme/api',
      title: 'Stop it',
      guardrailId,
    });
    await store.improvements.approve(id, {}, createDecider('session', 'the test'));
    await store.improvements.recordIssue(id, {
      repository: 'acme/api',
      number: 7,
      url: 'https://x.example/acme/api/issues/7',
    });
    const fix = { url: null, mergedAt: fixedAt, deployedAt: fixedAt };
    await store.improvements.transition(id, { state: 'fixed', issueState: 'completed', fix });
    expect(await store.improvements.recordEffects([effectOf(patternId, verdict)])).toEqual([id]);
    const done: string[] = [];
    const tracker = {
      ensureComment: async (_place: unknown, { body }: { body: string }) => {
        if (!isWriting) return null;
        done.push(body);
        return { url: '' };
      },
      setIssueState: async (_place: unknown, to: string) => {
        if (!isWriting) return false;
        done.push(to);
        return true;
      },
    } as unknown as IssueTracker;
    const enqueued: string[] = [];
    const producer = { enqueue: async (name: string) => void enqueued.push(name) };
    const handle = createVerifyEffectHandler({ store, openRepository: async () => tracker, producer });
    await handle({ improvementId: id }, signal);
    await handle({ improvementId: id }, signal);
    const improvement = await store.improvements.find(id);
    const afterwards = async () => {
      isWriting = true;
      await handle({ improvementId: id }, signal);
      return { done, improvement: await store.improvements.find(id) };
    };
    return { done, enqueued, improvement, afterwards };
  }
  return Object.assign(verify, { patternIds });
}

test('verifies a fix that held, with one comment on its issue', async () => {
  const verify = startEffects();
  const { done, improvement } = await verify('held');
  expect(done).toEqual([expect.stringMatching(/^### The fix held\n\nheld: as it was seen\.$/u)]);
  expect(improvement).toMatchObject({ state: 'verified', reason: 'held: as it was seen.' });
});

test('reopens the issue with the new evidence if the failure recurred', async () => {
  const verify = startEffects();
  const { done, enqueued, improvement } = await verify('came_back');
  expect(done).toEqual([
    expect.stringMatching(/^### The failure recurred after the fix.*It came.*open again/su),
    'open',
  ]);
  expect(improvement).toMatchObject({ state: 'recurred', issueState: 'open', issueNumber: 7 });
  expect(enqueued).toEqual(['ensure-issue']);
});

test('opens a follow-up issue if the policy requires it, and keeps the previous fix in the list of past fixes', async () => {
  const verify = startEffects();
  const { done, enqueued, improvement } = await verify('came_back', { onRecurrence: 'follow_up' });
  expect(done).toEqual([expect.stringMatching(/Another issue follows/u)]);
  expect(improvement).toMatchObject({
    state: 'approved',
    issueNumber: null,
    fix: null,
    effect: null,
    previousIssueUrl: 'https://x.example/acme/api/issues/7',
    pastFixes: [{ guardrailId: 'g', verdict: 'came_back', deployedAt: fixedAt }],
  });
  expect(enqueued).toEqual(['ensure-issue']);
});

test('comments once if no effect is distinguishable, and not at all while it is too early to tell', async () => {
  const verify = startEffects();
  expect(await verify('not_distinguishable')).toMatchObject({
    done: [expect.stringMatching(/^### The fix had no clear effect/u)],
    improvement: { state: 'fixed', reason: 'not_distinguishable: as it was seen.' },
  });
  expect(await verify('too_early')).toMatchObject({ done: [], improvement: { state: 'fixed' } });
});

test.each([
  ['held', 'reopen', 'verified'],
  ['came_back', 'reopen', 'recurred'],
  ['came_back', 'follow_up', 'approved'],
] as const)(
  'changes nothing during a dry run if the verdict is %s and the policy on recurrence is %s, but acts after it',
  async (verdict, onRecurrence, state) => {
    const verify = startEffects();
    const { done, enqueued, improvement, afterwards } = await verify(verdict, { onRecurrence, isDryRun: true });
    expect([done, enqueued, improvement?.state]).toEqual([[], [], 'fixed']);
    const later = await afterwards();
    expect(later.done[0]).toMatch(/^### The f/u);
    expect(later.improvement?.state).toBe(state);
  },
);

test('lists the outcome of each guardrail and each deployed fix', async () => {
  const guardrailId = randomUUID();
  const verify = startEffects(guardrailId);
  for (const verdict of ['held', 'came_back', 'not_distinguishable', 'too_early'] as const) await verify(verdict);
  await verify('came_back', { onRecurrence: 'follow_up' });
  const outcomes = (await store.improvements.listGuardrailOutcomes()).filter((one) => one.guardrailId === guardrailId);
  expect([...new Set(outcomes.map(({ outcome }) => outcome))].sort()).toEqual([
    'came_back',
    'held',
    'not_distinguishable',
    'too_early',
  ]);
  const fixes = (await store.improvements.listFixes()).filter(({ patternId }) => verify.patternIds.includes(patternId));
  expect(fixes).toHaveLength(outcomes.length);
});
