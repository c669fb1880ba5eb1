import type { IssueTracker } from '@refrain/connectors';
import {
  AppError,
  type Decider,
  type Improvement,
  ImprovementPolicy,
  type PatternReport,
  policyDecider,
  ReportMember,
  type StoredReport,
  type WrittenIssue,
} from '@refrain/domain';
import type { IssueRevision } from '@refrain/store';
import { expect, test } from 'vitest';
import { approvedImprovement, exampleReport } from '../report-under-test.ts';
import { createEnsureIssueHandler, type EnsureIssueDeps } from './ensure-issue.ts';

const { signal } = new AbortController();
interface World {
  improvement: Improvement;
  report: PatternReport | null;
  tracker: (beforeCreating?: () => Promise<void>) => Promise<WrittenIssue | null>;
  wantsIssues: boolean;
  isPublic: boolean;
  mode: 'auto' | 'propose';
  /** Whether a process died while it created the issue, so that the issue may exist. */
  isOpening: boolean;
  /** Whether the lock was lost because PostgreSQL restarted while GitHub responded. */
  lost: boolean;
  readonly isDryRun: boolean;
  /** Milliseconds since the issue was last written. */
  writtenMsAgo: number;
}

const opened = { repository: 'acme/api', number: 7, url: 'https://github.com/acme/api/issues/7' };

const member = {
  episodeId: 'e1',
  kind: 'incident',
  title: 'Timeouts',
  excerpt: '',
  services: [],
  repository: null,
  url: null,
  occurredAt: exampleReport.asOf,
  resolvedAt: null,
  confidence: 1,
  evidence: [],
};

/**
 * Ensures an issue with simulated dependencies, for states that take too long to reach in a running product, and for each kind of
 * error. Other cases are tested in test/e2e with a real store and GitHub's emulator.
 */
function ensureIssueIn(world: Partial<World>) {
  const { improvement = approvedImprovement, report: known = exampleReport } = world;
  const done: unknown[] = [];
  const actors: string[] = [];
  let revision: IssueRevision | null = null;
  const tracker: IssueTracker = {
    ensureIssue: async (issue, reason, _signal, beforeCreating) => {
      actors.push(reason.by);
      done.push(['ensure', issue.repository, issue.number, ...issue.earlierMarkers]);
      return world.tracker === undefined ? { ...opened, outcome: 'created' } : world.tracker(beforeCreating);
    },
    ensureComment: async ({ number }, { body }) => {
      done.push(['comment', number, body]);
      return { url: opened.url };
    },
    setIssueState: async ({ number }, to, reason) => {
      actors.push(reason.by);
      if (world.isDryRun) return false;
      done.push(['turn', number, to]);
      return true;
    },
    trackIssue: async () => null,
    readSettings: async () => ({ issues: world.wantsIssues ?? null, checks: null, isPublic: world.isPublic ?? false }),
    undo: async () => true,
  };
  const store = {
    improvements: {
      findPolicy: async () => ({ policy: ImprovementPolicy.parse({ mode: world.mode ?? 'auto' }) }),
      find: async () => improvement,
      startOpening: async (_id: string, repository: string) => void done.push(['start', repository]),
      isOpening: async () => world.isOpening ?? false,
      cancelOpening: async () => {
        done.push(['none']);
        return improvement;
      },
      recordIssue: async (_id: string, { number }: WrittenIssue): Promise<Improvement> => {
        done.push(['record', number]);
        return { ...improvement, issueNumber: number, issueState: 'open' };
      },
      findIssueRevision: async () => revision,
      recordIssueRevision: async (_id: string, written: IssueRevision) => {
        revision = { ...written, at: new Date(Date.now() - (world.writtenMsAgo ?? 0)).toISOString() };
      },
      transition: async (_id: string, transition: unknown) => void done.push(['turn', transition]),
      recordProblem: async (_id: string, problem: string, refused: boolean) => void done.push([problem, refused]),
      withLock: <T>(_id: string, work: (assertLockHeld: () => Promise<void>) => Promise<T>) =>
        work(async () => {
          if (world.lost) throw away;
        }),
    },
    reports: {
      findLatest: async () => (known === null ? null : { report: known }) as StoredReport | null,
      listPatternNames: async () => [],
    },
    patterns: { filterKnownIds: async (ids: readonly string[]) => ids.filter((id) => id !== 'pf2') },
    catalogue: { listOwnersOf: async () => [] },
  } as unknown as EnsureIssueDeps['store'];
  const handle = createEnsureIssueHandler({
    store,
    openRepository: async () => tracker,
    publicUrl: null,
    now: Date.now,
  });
  return { run: () => handle({ improvementId: 'i1' }, signal), done, actors };
}

async function doneIn(world: Partial<World>): Promise<unknown[]> {
  const { run, done } = ensureIssueIn(world);
  await run();
  return done;
}

test.each(['proposed', 'declined', 'fixed', 'verified'] as const)(
  'opens no issue for an improvement that is %s',
  async (state) => {
    const { run, done } = ensureIssueIn({ improvement: { ...approvedImprovement, state } });
    await run();
    expect(done).toEqual([]);
  },
);

test('passes the number of an open issue to the issue tracker, which updates this issue', async () => {
  const improvement: Improvement = { ...approvedImprovement, state: 'opened', issueNumber: 7, issueUrl: opened.url };
  const { run, done } = ensureIssueIn({ improvement });
  await run();
  expect(done).toEqual([
    ['ensure', 'acme/api', 7],
    ['record', 7],
  ]);
});

test('passes the markers of issues from an earlier database to the issue tracker', async () => {
  const members = ['f1', 'f2'].map((failureId) => ReportMember.parse({ ...member, failureId }));
  const known = { ...exampleReport, members };
  expect((await doneIn({ report: known }))[0]).toEqual(['ensure', 'acme/api', null, 'pattern-pf2']);
  const improvement: Improvement = { ...approvedImprovement, state: 'opened', issueNumber: 7, issueUrl: opened.url };
  expect((await doneIn({ report: known, improvement }))[0]).toEqual(['ensure', 'acme/api', 7]);
});

test('waits for a missing report, and shows what to do about a missing repository', async () => {
  await expect(ensureIssueIn({ report: null }).run()).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  const { run, done } = ensureIssueIn({ improvement: { ...approvedImprovement, repository: null } });
  await expect(run()).rejects.toMatchObject({ code: 'invalid_input', retryable: false });
  expect(done).toEqual([[expect.stringMatching(/approve the improvement with a repository/u), false]]);
});

const away = new AppError('provider_unreachable', 'GitHub does not respond');
const failed = new AppError('provider_failed', 'GitHub failed', { context: { status: 502 } });
const refused = new AppError('permission_missing', 'GitHub says no', { context: { status: 403 } });

test.each([
  ['no response', away, false],
  ['a server error', failed, false],
  ['a refusal', refused, true],
])(
  'after the creation of an issue ended with %s, stores whether the issue may exist',
  async (_name, error, isDecided) => {
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
  },
);

test('records the message of a refused request as a problem, but hides the message of an unexpected error', async () => {
  const before = ensureIssueIn({ tracker: () => Promise.reject(refused) });
  await expect(before.run()).rejects.toBe(refused);
  expect(before.done.slice(1)).toEqual([['GitHub says no', false]]);
  const strange = ensureIssueIn({ tracker: () => Promise.reject(new Error('ghp_secret')) });
  await expect(strange.run()).rejects.toThrow();
  expect(strange.done.slice(1)).toEqual([["Unexpected error: see the improvement worker's log", false]]);
});

test('opens no issue in a repository that forbids issues, and shows why', async () => {
  const { run, done } = ensureIssueIn({ wantsIssues: false });
  await expect(run()).rejects.toMatchObject({ code: 'invalid_input' });
  expect(done).toEqual([[expect.stringMatching(/refrain\.yml of acme\/api forbids issues/u), false]]);
});

test('if a repository forbids issues, declines an improvement that the policy approved for it', async () => {
  const { run, done } = ensureIssueIn({
    wantsIssues: false,
    improvement: { ...approvedImprovement, approver: policyDecider },
  });
  await run();
  expect(done).toEqual([['turn', { state: 'declined', reason: expect.stringMatching(/forbids issues/u) }]]);
});

test('withdraws an approval by the policy if the policy has changed, if the pattern was dismissed, and after a dry run', async () => {
  const improvement = { ...approvedImprovement, approver: policyDecider };
  const lapsed = ensureIssueIn({ improvement, mode: 'propose' });
  await lapsed.run();
  expect(lapsed.done).toEqual([['turn', { state: 'proposed' }]]);
  const dry = ensureIssueIn({ improvement, tracker: async () => null });
  await dry.run();
  expect(dry.done.slice(1)).toEqual([
    [expect.stringMatching(/^Dry run/u), true],
    ['turn', { state: 'proposed' }],
  ]);
  const dismissed: PatternReport = { ...exampleReport, pattern: { ...exampleReport.pattern, judgement: 'dismissed' } };
  const unwanted = ensureIssueIn({ improvement, report: dismissed });
  await unwanted.run();
  expect(unwanted.done).toEqual([['turn', { state: 'proposed' }]]);
  const followed = ensureIssueIn({ improvement: approvedImprovement, report: dismissed });
  await followed.run();
  expect(followed.done.at(-1)).toEqual(['record', 7]);
  const byPerson = ensureIssueIn({ mode: 'propose' });
  await byPerson.run();
  expect(byPerson.done.at(-1)).toEqual(['record', 7]);
});

test.each([
  ['the policy opens no issue in a public repository', { isPublic: true }, policyDecider, 'declined'],
  [
    'the policy opens an issue in a public repository whose settings permit issues',
    { isPublic: true, wantsIssues: true },
    policyDecider,
    'opened',
  ],
  [
    'a person can open an issue in a public repository',
    { isPublic: true },
    { ...policyDecider, via: 'session' as const },
    'opened',
  ],
])('%s', async (_what, world, approver, expected) => {
  const { run, done } = ensureIssueIn({ ...world, improvement: { ...approvedImprovement, approver } });
  await run();
  const declined = ['turn', { state: 'declined', reason: expect.stringMatching(/^acme\/api is public/u) }];
  expect(done.at(-1)).toEqual(expected === 'declined' ? declined : ['record', 7]);
});

test('a dry run records that nothing was written and that no issue exists', async () => {
  const { run, done } = ensureIssueIn({
    tracker: async (beforeCreating) => {
      await beforeCreating?.();
      return null;
    },
  });
  await run();
  expect(done.at(-1)).toEqual([expect.stringMatching(/^Dry run/u), true]);
});

test('approving a declined improvement again reopens its issue with the reason', async () => {
  const improvement = { ...approvedImprovement, issueNumber: 7, issueUrl: opened.url, reason: 'Its rate has doubled.' };
  const { run, done } = ensureIssueIn({ improvement, wantsIssues: false });
  await run();
  expect(done).toEqual([
    ['ensure', 'acme/api', 7],
    ['comment', 7, expect.stringMatching(/Its rate has doubled\./u)],
    ['turn', 7, 'open'],
    ['record', 7],
  ]);
});

test('removes names of people, mentions and links from the published reason of an approval', async () => {
  const reason = 'Sarah Gibbons saw it. cc @acme/all, fixes #12: [log](https://evil.test/a)';
  const { run, done } = ensureIssueIn({
    improvement: { ...approvedImprovement, issueNumber: 7, issueUrl: opened.url, reason },
  });
  await run();
  const [, , body] = done.find((one) => Array.isArray(one) && one[0] === 'comment') as [string, number, string];
  expect(body).toContain('someone saw it.');
  expect(body).not.toMatch(/Sarah|Gibbons|@acme|#12|\]\(|https:\/\//u);
});

test('in a dry run, an approved improvement stays approved and its closed issue stays closed', async () => {
  const improvement = { ...approvedImprovement, issueNumber: 7, issueUrl: opened.url };
  const { run, done } = ensureIssueIn({ improvement, isDryRun: true });
  await run();
  expect(done.at(-1)).toEqual([expect.stringMatching(/^Dry run/u), true]);
});

test('does not change the issue of a snoozed improvement until the snooze ends', async () => {
  const improvement: Improvement = { ...approvedImprovement, state: 'opened', issueNumber: 7, issueUrl: opened.url };
  const wait = (ms: number) => new Date(Date.now() + ms).toISOString();
  const waiting = ensureIssueIn({ improvement: { ...improvement, snoozedUntil: wait(60_000) } });
  await waiting.run();
  expect(waiting.done).toEqual([]);
  const over = ensureIssueIn({ improvement: { ...improvement, snoozedUntil: wait(-60_000) } });
  await over.run();
  expect(over.done).toHaveLength(2);
});

test.each([
  [60_000, 1],
  [25 * 60 * 60_000, 2],
])('an issue without news that was written %d ms ago is written %d times by two jobs', async (writtenMsAgo, times) => {
  const improvement: Improvement = { ...approvedImprovement, state: 'opened', issueNumber: 7, issueUrl: opened.url };
  const { run, done } = ensureIssueIn({ improvement, writtenMsAgo });
  await run();
  await run();
  expect(done.filter((step) => Array.isArray(step) && step[0] === 'ensure')).toHaveLength(times);
});

const declined: Improvement = { ...approvedImprovement, state: 'declined' };
const ann: Decider = { via: 'session', userId: 'u1', name: 'Ann', viaId: 's1', tokenName: null };
const before = {
  state: 'proposed' as const,
  stateSince: approvedImprovement.createdAt,
  reason: 'It recurs.',
  approver: null,
  snoozedUntil: null,
};
const undone: Improvement = { ...approvedImprovement, lastDecision: { id: 'd2', kind: 'undo', by: ann, before } };
const inIssue = { issueNumber: 7, issueUrl: opened.url, issueState: 'open' as const };
test.each([
  ['an approved issue names the person who approved it', { ...approvedImprovement, approvedBy: 'Bo' }, 'Bo'],
  [
    'an updated issue names Refrain',
    { ...approvedImprovement, ...inIssue, approvedBy: 'Bo', state: 'opened' as const },
    'Refrain',
  ],
  [
    'a closed issue names the person who declined it',
    {
      ...declined,
      ...inIssue,
      approvedBy: 'Bo',
      lastDecision: { id: 'd1', kind: 'decline' as const, by: ann, before },
    },
    'Ann',
  ],
  ['an issue that was declined by a label names a person at GitHub', { ...declined, ...inIssue }, 'a person at GitHub'],
])('in the audit log of writes, %s', async (_what, improvement, expected) => {
  const { run, actors } = ensureIssueIn({ improvement });
  await run();
  expect(actors).toEqual([expected]);
});

test('withdraws the issue with a comment after the approval was undone', async () => {
  const { run, done, actors } = ensureIssueIn({ improvement: { ...undone, ...inIssue, state: 'proposed' } });
  await run();
  expect(done).toEqual([
    ['comment', 7, expect.stringMatching(/^Refrain withdraws this issue: its approval was undone\./u)],
    ['turn', 7, 'not_planned'],
    ['turn', { issueState: 'not_planned' }],
  ]);
  expect(actors).toEqual(['Ann']);
});

test('reopens the issue after the decline was undone, and comments only if the issue was closed', async () => {
  const closed = ensureIssueIn({ improvement: { ...undone, ...inIssue, issueState: 'not_planned' } });
  await closed.run();
  expect(closed.done).toContainEqual(['comment', 7, expect.stringContaining('The decision to decline it was undone.')]);
  expect(closed.done).toContainEqual(['turn', 7, 'open']);
  const open = ensureIssueIn({ improvement: { ...undone, ...inIssue } });
  await open.run();
  expect(open.done.some((step) => Array.isArray(step) && step[0] === 'comment')).toBe(false);
});

test.each([
  [
    'closes the issue if it exists and the improvement was declined meanwhile',
    { improvement: declined },
    true,
    [
      ['record', 7],
      ['turn', 7, 'not_planned'],
    ],
  ],
  [
    'opens no issue if none exists and the improvement was declined meanwhile',
    { improvement: declined },
    false,
    [['none']],
  ],
  [
    'turns the improvement into a proposal again if no issue exists and the policy opens no more issues',
    { improvement: { ...approvedImprovement, approver: policyDecider }, mode: 'propose' as const },
    false,
    [['none'], ['turn', { state: 'proposed' }]],
  ],
])('after an interrupted creation, %s', async (_what, world, isThere, expected) => {
  const { run, done } = ensureIssueIn({
    ...world,
    isOpening: true,
    tracker: async (beforeCreating) => {
      if (!isThere) await beforeCreating?.();
      return { ...opened, outcome: 'unchanged' };
    },
  });
  await run();
  expect(done.slice(1, 1 + expected.length)).toEqual(expected);
});

test('creates nothing after losing the lock, because another process may be creating the issue', async () => {
  let created = 0;
  const { run, done } = ensureIssueIn({
    lost: true,
    tracker: async (beforeCreating) => {
      await beforeCreating?.();
      created += 1;
      return { ...opened, outcome: 'created' };
    },
  });
  await expect(run()).rejects.toBe(away);
  expect([created, done.at(-1)]).toEqual([0, [away.message, false]]);
});
