import type { IssueTracker } from '@refrain/connectors';
import type { Pattern, PatternReport, StoredReport } from '@refrain/domain';
import { AppError, type Connection, type EnsuredIssue, type Improvement, type ImprovementIssue } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createEnsureIssue, type EnsureIssueDeps } from './ensure-issue.ts';
import { createProposeImprovements, type ProposeDeps } from './propose-improvements.ts';

const { signal } = new AbortController();
const pattern: Pattern = {
  id: 'p1',
  name: 'Checkout times out',
  lesson: 'The system lets demand outgrow what is provided.',
  terms: [],
  cause: 'capacity',
  trigger: 'traffic',
  services: [],
  repositories: [],
  confidence: 0.9,
  kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
  episodes: 3,
  firstAt: '2026-01-01T00:00:00.000Z',
  lastAt: '2026-01-28T00:00:00.000Z',
};
const report: PatternReport = {
  pattern,
  members: [],
  links: [],
  coverage: { failures: 3, inPatterns: 3 },
  asOf: pattern.lastAt,
};
const approved: Improvement = {
  id: 'i1',
  patternId: 'p1',
  state: 'approved',
  repository: 'acme/api',
  title: 'Stop it',
  issueNumber: null,
  issueUrl: null,
  createdAt: pattern.lastAt,
  updatedAt: pattern.lastAt,
};
const connection = { id: 'c1', provider: 'github', account: 'acme', status: 'active' } as Connection;

interface World {
  improvement: Improvement;
  report: PatternReport | null;
  tracker: (wanted: ImprovementIssue) => Promise<EnsuredIssue>;
}

/** The handler over a world in memory, with the order of what it did. */
function ensureIssueIn(world: Partial<World>) {
  const { improvement = approved, report: known = report } = world;
  const done: string[] = [];
  const wanted: ImprovementIssue[] = [];
  const tracker: IssueTracker = {
    ensureIssue: async (issue) => {
      wanted.push(issue);
      done.push('ensure');
      return world.tracker?.(issue) ?? { number: 7, url: 'https://github.com/acme/api/issues/7', outcome: 'created' };
    },
  };
  const store = {
    improvements: {
      find: async () => improvement,
      recordIssue: async (_id: string, { number }: { number: number }) => void done.push(`record ${number}`),
      withLock: async <T>(_id: string, work: () => Promise<T>) => {
        done.push('lock');
        const result = await work();
        done.push('unlock');
        return result;
      },
    },
    reports: { findLatest: async () => (known === null ? null : { report: known }) as StoredReport | null },
    connections: { list: async () => [connection], readCredential: async () => 'ghp_secret' },
  } as unknown as EnsureIssueDeps['store'];
  const handle = createEnsureIssue({ store, openTracker: () => tracker, label: 'refrain', publicUrl: null });
  return { run: () => handle({ improvementId: 'i1' }, signal), done, wanted };
}

test('an approved improvement gets its issue, under the lock', async () => {
  const { run, done, wanted } = ensureIssueIn({});
  await run();
  expect(done).toEqual(['lock', 'ensure', 'record 7', 'unlock']);
  expect(wanted).toEqual([
    expect.objectContaining({ repository: 'acme/api', marker: 'pattern-p1', title: 'Stop it', labels: ['refrain'] }),
  ]);
});

test.each(['proposed', 'declined', 'fixed', 'verified', 'recurred'] as const)(
  'an improvement that is %s is left alone',
  async (state) => {
    const { run, done } = ensureIssueIn({ improvement: { ...approved, state } });
    await run();
    expect(done).toEqual(['lock', 'unlock']);
  },
);

test('without a report it waits, without a repository it says what to do', async () => {
  await expect(ensureIssueIn({ report: null }).run()).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  await expect(ensureIssueIn({ improvement: { ...approved, repository: null } }).run()).rejects.toMatchObject({
    code: 'conflict',
    retryable: false,
  });
});

test('where the tracker cannot be asked nothing is recorded', async () => {
  const { run, done } = ensureIssueIn({
    tracker: () => Promise.reject(new AppError('provider_unreachable', 'GitHub does not answer')),
  });
  await expect(run()).rejects.toMatchObject({ code: 'provider_unreachable' });
  expect(done).toEqual(['lock', 'ensure']);
});

async function propose(change: Partial<Pattern>, state: Improvement['state'] = 'proposed') {
  const proposals: unknown[] = [];
  const asked: unknown[] = [];
  const store = {
    reports: { findLatest: async () => ({ report }) },
    patterns: { find: async () => ({ ...pattern, ...change }) },
    changes: { findMany: async () => [] },
    improvements: {
      ensure: async (_patternId: string, proposal: unknown) => {
        proposals.push(proposal);
        return { ...approved, state };
      },
    },
  } as unknown as ProposeDeps['store'];
  const producer: ProposeDeps['producer'] = { enqueue: async (name, payload) => void asked.push([name, payload]) };
  const handle = createProposeImprovements({ store, producer, fallbackRepository: 'acme/platform' });
  await handle({ patternIds: ['p1'] }, signal);
  return { proposals, asked };
}

test('only a pattern that recurs surely enough is proposed', async () => {
  expect(await propose({})).toEqual({
    proposals: [{ repository: 'acme/platform', title: 'Stop the recurrence: Checkout times out' }],
    asked: [],
  });
  expect((await propose({ episodes: 2 })).proposals).toEqual([]);
  expect((await propose({ confidence: 0.49 })).proposals).toEqual([]);
});

test('an open issue follows its pattern', async () => {
  expect((await propose({}, 'opened')).asked).toEqual([['ensure-issue', { improvementId: 'i1' }]]);
});
