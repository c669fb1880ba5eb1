import { randomInt } from 'node:crypto';
import type { PullRequestCheckWriter, RepositorySettings } from '@refrain/connectors';
import { providers } from '@refrain/connectors';
import {
  AppError,
  defaultConnectionScope,
  ImprovementPolicy,
  type OpenPullRequest,
  type PatternJudgement,
} from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { examplePattern } from '../report-under-test.ts';
import { createCheckPullRequestHandler } from './check-pull.ts';

const { signal } = new AbortController();
const { store } = await openStoreUnderTest();
const { id: connectionId } = await store.connections.ensure({
  provider: 'github',
  account: 'acme',
  baseUrl: 'https://api.github.com',
  scope: defaultConnectionScope,
  credential: 'a token',
  webhookSecret: 'unused',
});
interface World {
  readonly policy: object;
  readonly isPossible: boolean;
  readonly isOpen: boolean;
  readonly settings: Pick<RepositorySettings, 'checks' | 'isPublic'>;
  readonly resembles: boolean;
  readonly patternId: string;
  readonly show: () => { readonly checkRunId: number; readonly url: string } | null;
  readonly beforeWrite: () => Promise<void>;
}

const usual: World = {
  policy: { checkPulls: true },
  isPossible: true,
  isOpen: true,
  resembles: true,
  patternId: 'p1',
  settings: { checks: null, isPublic: false },
  show: () => ({ checkRunId: 7, url: 'https://github.com/acme/api/runs/7' }),
  beforeWrite: async () => {},
};

/**
 * Returns a new pull request, and records the requests to GitHub and the searches of the history in the order in which they are
 * made.
 */
function openPull() {
  const place = { connectionId, repository: 'acme/api', number: randomInt(1, 2 ** 31) };
  const done: string[] = [];
  const find = () => store.outbox.findCheck(place);
  return {
    place,
    done,
    find,
    check: (given: Partial<World> = {}, headSha = 'a'.repeat(40)) =>
      checkIn({ ...usual, ...given }, place, headSha, done),
    dismiss: async () => void (await store.outbox.dismissCheck(connectionId, (await find())?.check.id ?? '', 7)),
  };
}

async function checkIn(
  world: World,
  place: { readonly connectionId: string; readonly repository: string; readonly number: number },
  headSha: string,
  done: string[],
): Promise<void> {
  await store.improvements.setPolicy(ImprovementPolicy.parse(world.policy), 'a test');
  const pull: OpenPullRequest = { ...place, headSha, title: 'Raise it', text: '', paths: ['a.ts'] };
  const checks: PullRequestCheckWriter = {
    isPossible: world.isPossible,
    readPull: async (_place, knownHead) => (world.isOpen && headSha !== knownHead ? pull : null),
    readSettings: async () => ({ issues: null, ...world.settings }),
    show: async () => {
      done.push('show');
      return world.show();
    },
    replace: async (_place, { title }) => {
      done.push(title);
      return true;
    },
    complete: async () => {
      done.push('complete');
      return true;
    },
  };
  const findWarning = async () => {
    done.push('look');
    if (!world.resembles) return null;
    const found = {
      patternId: world.patternId,
      recentEpisodes: 2,
      failureIds: [],
      score: 0.3,
      averageScore: 0.05,
      rank: 0.01,
    };
    return { ...found, sharedPaths: [], sharedTerms: [], explanation: ['This change shares words.'] };
  };
  const reports = {
    ...store.reports,
    findLatest: (patternId: string) => world.beforeWrite().then(() => store.reports.findLatest(patternId)),
  };
  const createPullChecks = () => checks;
  const deps = {
    store: { ...store, reports },
    providers,
    createPullChecks,
    findWarning,
    publicUrl: null,
    now: Date.now,
  };
  await createCheckPullRequestHandler(deps)(place, signal);
}

test.each([
  ['the policy disables checks', { policy: {} }],
  ['the credential is not a GitHub App', { isPossible: false }],
  ['the pull request is closed', { isOpen: false }],
])('reads no pull request if %s', async (_what, given) => {
  const { done, check } = openPull();
  await check(given);
  expect(done).toEqual([]);
});

test.each([
  ['its repository disables checks', { checks: false, isPublic: false }, []],
  ['its repository is public and has no setting', { checks: null, isPublic: true }, []],
  ['its repository is public and enables checks', { checks: true, isPublic: true }, ['show']],
])('respects the settings of the repository: if %s, the shown checks are %j', async (_what, settings, expected) => {
  const { done, check } = openPull();
  await check({ settings });
  expect(done).toEqual(['look', ...expected]);
});

test('shows no check if the change resembles no failure', async () => {
  const { done, find, check } = openPull();
  await check({ resembles: false });
  expect([done, await find()]).toEqual([['look'], null]);
});

test('shows a check once for each commit', async () => {
  const { done, find, check } = openPull();
  await check();
  await check();
  expect(done).toEqual(['look', 'show']);
  expect(await find()).toMatchObject({ check: { state: 'shown' }, checkRunId: 7 });
  await check({}, 'b'.repeat(40));
  expect(done).toEqual(['look', 'show', 'look', 'show']);
});

test('does not write a check again if GitHub did not respond, because the check may exist', async () => {
  const { done, find, check } = openPull();
  const show = () => {
    throw new AppError('provider_unreachable', 'GitHub did not answer');
  };
  await expect(check({ show })).rejects.toThrow('did not answer');
  await check();
  expect(done).toEqual(['look', 'show']);
  expect(await find()).toMatchObject({ check: { state: 'given_up' } });
});

test('writes a check later if GitHub refused it because of a rate limit', async () => {
  const { done, check } = openPull();
  const show = () => {
    throw new AppError('rate_limited', 'Too much', { context: { status: 429 } });
  };
  await expect(check({ show })).rejects.toThrow('Too much');
  await check();
  expect(done).toEqual(['look', 'show', 'look', 'show']);
});

test('writes no check in a dry run, but writes it after the dry run', async () => {
  const { find, check } = openPull();
  await check({ show: () => null });
  expect(await find()).toMatchObject({ check: { state: 'pending', url: null } });
  await check();
  expect(await find()).toMatchObject({ check: { state: 'shown' } });
});

test('does not show a dismissed pattern', async () => {
  const { done, check } = openPull();
  await judge('dismissed');
  await check({ patternId: 'judged' });
  expect(done).toEqual(['look']);
  await judge('confirmed');
  await check({ patternId: 'judged' });
  expect(done).toEqual(['look', 'look', 'show']);
});

async function judge(judgement: PatternJudgement): Promise<void> {
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: judgement,
    patterns: [{ pattern: { ...examplePattern, id: 'judged', judgement }, members: [] }],
  });
}

test('shows a check once if several workers check at the same time', async () => {
  const { done, check } = openPull();
  let pending = 0;
  let letGo = () => {};
  const together = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // Blocks each worker until all three have found the check pending.
  const beforeWrite = () => {
    pending += 1;
    if (pending === 3) letGo();
    return together;
  };
  await Promise.all([check({ beforeWrite }), check({ beforeWrite }), check({ beforeWrite })]);
  expect(done.filter((what) => what === 'show')).toHaveLength(1);
});

test('a failed check stays pending, and a finished check does not', async () => {
  const { place, check } = openPull();
  await store.outbox.markPullRequestsDue([place]);
  const unreachable = () => {
    throw new AppError('unavailable', 'GitHub does not respond');
  };
  await expect(check({ show: unreachable })).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store.outbox.findPullRequestDueSince(place)).not.toBeNull();
  await check({ resembles: false });
  expect(await store.outbox.findPullRequestDueSince(place)).toBeNull();
});

test('confirms once that people found a check unhelpful, and shows no check for later commits', async () => {
  const { done, check, dismiss } = openPull();
  await check();
  await dismiss();
  await check();
  await check({}, 'c'.repeat(40));
  expect(done).toEqual(['look', 'show', 'Marked as not helpful']);
});

test('a requested rerun of an unchanged check completes the check once', async () => {
  const { done, find, check } = openPull();
  await check();
  await store.outbox.rerequestChecks(connectionId, { id: (await find())?.check.id ?? '' });
  await check();
  await check();
  expect(done).toEqual(['look', 'show', 'complete']);
});

test('does not show a pattern that people twice dismissed as unhelpful in this repository', async () => {
  const { done, check } = openPull();
  for (const { check, dismiss } of [openPull(), openPull()]) {
    await check({ patternId: 'p2' });
    await dismiss();
  }
  await check({ patternId: 'p2' });
  expect(done).toEqual(['look']);
  await check({ patternId: 'p3' });
  expect(done).toEqual(['look', 'look', 'show']);
});
