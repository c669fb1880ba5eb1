import type { IssueTracker } from '@refrain/connectors';
import type { PatternReport, StoredReport } from '@refrain/domain';
import { AppError, type Connection, type EnsuredIssue, type Improvement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createEnsureIssue, type EnsureIssueDeps } from './ensure-issue.ts';
import { pattern, report } from './report-under-test.ts';

const { signal } = new AbortController();
const approved: Improvement = {
  id: 'i1',
  patternId: 'p1',
  state: 'approved',
  repository: 'acme/api',
  title: 'Stop it',
  issueNumber: null,
  issueUrl: null,
  problem: null,
  createdAt: pattern.lastAt,
  updatedAt: pattern.lastAt,
};
const connection = { id: 'c1', provider: 'github', account: 'acme', status: 'active' } as Connection;

interface World {
  improvement: Improvement;
  report: PatternReport | null;
  tracker: (beforeCreating?: () => Promise<void>) => Promise<EnsuredIssue>;
}

const opened = { repository: 'acme/api', number: 7, url: 'https://github.com/acme/api/issues/7' };

/**
 * What no running product shows in a test's time: the states that are still to come, and what each kind of failure leaves
 * behind. The rest is proven in test/e2e against a real store and GitHub's emulator.
 */
function ensureIssueIn(world: Partial<World>) {
  const { improvement = approved, report: known = report } = world;
  const done: unknown[] = [];
  const tracker: IssueTracker = {
    ensureIssue: async (issue, _signal, beforeCreating) => {
      done.push(['ensure', issue.repository, issue.number]);
      return world.tracker?.(beforeCreating) ?? { ...opened, outcome: 'created' };
    },
  };
  const store = {
    improvements: {
      find: async () => improvement,
      startOpening: async (_id: string, repository: string) => void done.push(['start', repository]),
      recordIssue: async (_id: string, issue: EnsuredIssue) => void done.push(['record', issue.number]),
      recordProblem: async (_id: string, problem: string, refused: boolean) => void done.push([problem, refused]),
      withLock: <T>(_id: string, work: () => Promise<T>) => work(),
    },
    reports: { findLatest: async () => (known === null ? null : { report: known }) as StoredReport | null },
    connections: { list: async () => [connection], readCredential: async () => 'ghp_secret' },
  } as unknown as EnsureIssueDeps['store'];
  const handle = createEnsureIssue({ store, openTracker: () => tracker, label: 'refrain', publicUrl: null });
  return { run: () => handle({ improvementId: 'i1' }, signal), done };
}

test.each(['proposed', 'declined', 'fixed', 'verified', 'recurred'] as const)(
  'an improvement that is %s is left alone',
  async (state) => {
    const { run, done } = ensureIssueIn({ improvement: { ...approved, state } });
    await run();
    expect(done).toEqual([]);
  },
);

test('the tracker is told the issue that is open already', async () => {
  const improvement: Improvement = { ...approved, state: 'opened', issueNumber: 7, issueUrl: opened.url };
  const { run, done } = ensureIssueIn({ improvement });
  await run();
  expect(done).toEqual([
    ['ensure', 'acme/api', 7],
    ['record', 7],
  ]);
});

test('without a report it waits, without a repository it says what to do', async () => {
  await expect(ensureIssueIn({ report: null }).run()).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  const { run, done } = ensureIssueIn({ improvement: { ...approved, repository: null } });
  await expect(run()).rejects.toMatchObject({ code: 'conflict', retryable: false });
  expect(done).toEqual([[expect.stringMatching(/approve it with one/u), false]]);
});

const away = new AppError('provider_unreachable', 'GitHub does not answer');
const failed = new AppError('provider_failed', 'GitHub failed', { context: { status: 502 } });
const refused = new AppError('permission_missing', 'GitHub says no', { context: { status: 403 } });

test.each([
  ['no answer', away, false],
  ['a failing server', failed, false],
  ['a refusal', refused, true],
])('asked to create, %s: whether an issue may exist is kept', async (_name, error, isDecided) => {
  const { run, done } = ensureIssueIn({
    tracker: async (beforeCreating) => {
      await beforeCreating?.();
      throw error;
    },
  });
  await expect(run()).rejects.toBe(error);
  expect(done.slice(1)).toEqual([
    ['start', 'acme/api'],
    [error.message, isDecided],
  ]);
});

test('a refusal before anything was to be created decides nothing, and an unexpected error shows nothing of itself', async () => {
  const before = ensureIssueIn({ tracker: () => Promise.reject(refused) });
  await expect(before.run()).rejects.toBe(refused);
  expect(before.done.slice(1)).toEqual([['GitHub says no', false]]);
  const strange = ensureIssueIn({ tracker: () => Promise.reject(new Error('ghp_secret')) });
  await expect(strange.run()).rejects.toThrow();
  expect(strange.done.slice(1)).toEqual([['Unexpected error: see the log of the improvement worker', false]]);
});
