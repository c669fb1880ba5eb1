import type { PullChecks, RepositorySettings } from '@refrain/connectors';
import { AppError, defaultScope, ImprovementPolicy, type OpenPull, type PatternJudgement } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { beforeEach, expect, test } from 'vitest';
import { pattern } from '../report-under-test.ts';
import { createCheckPull } from './check-pull.ts';

const { signal } = new AbortController();
const { store } = await openStoreUnderTest();
const { id: connectionId } = await store.connections.ensure({
  ...{ provider: 'github', account: 'acme', baseUrl: 'https://api.github.com', scope: defaultScope },
  ...{ credential: 'a token', webhookSecret: 'unused' },
});
let number = 0;
/** What was asked of GitHub and of the past, in order. */
let done: string[] = [];

beforeEach(() => {
  number += 1;
  done = [];
});

interface World {
  readonly policy: object;
  readonly isPossible: boolean;
  readonly isOpen: boolean;
  readonly settings: Pick<RepositorySettings, 'checks' | 'isPublic'>;
  readonly resembles: boolean;
  readonly patternId: string;
  readonly show: () => { readonly checkRunId: number; readonly url: string } | null;
  /** What is waited for once the check is owed, before it is written. */
  readonly meanwhile: () => Promise<void>;
}

const usual: World = {
  ...{ policy: { checkPulls: true }, isPossible: true, isOpen: true, resembles: true },
  patternId: 'p1',
  settings: { checks: null, isPublic: false },
  show: () => ({ checkRunId: 7, url: 'https://github.com/acme/api/runs/7' }),
  meanwhile: async () => {},
};

/** The store is real; what GitHub answers, and that a change resembles what failed, is said. */
async function check(given: Partial<World> = {}, headSha = 'a'.repeat(40)): Promise<unknown> {
  const world = { ...usual, ...given };
  await store.policies.decide(ImprovementPolicy.parse(world.policy), 'a test');
  const pull: OpenPull = { repository: 'acme/api', number, headSha, title: 'Raise it', text: '', paths: ['a.ts'] };
  const checks: PullChecks = {
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
      usual: 0.05,
      rank: 0.01,
    };
    return { ...found, sharedPaths: [], sharedTerms: [], says: ['It shares words.'] };
  };
  const reports = {
    ...store.reports,
    findLatest: (patternId: string) => world.meanwhile().then(() => store.reports.findLatest(patternId)),
  };
  const createPullChecks = () => checks;
  const deps = { store: { ...store, reports }, createPullChecks, findWarning, publicUrl: null, now: Date.now };
  return createCheckPull(deps)({ connectionId, repository: 'acme/api', number }, signal);
}

const find = () => store.pullChecks.find({ connectionId, repository: 'acme/api', number });

test.each([
  ['the policy does not want it', { policy: {} }],
  ['the credential is no App', { isPossible: false }],
  ['it is closed', { isOpen: false }],
])('nothing is looked at where %s', async (_what, given) => {
  await check(given);
  expect(done).toEqual([]);
});

test.each([
  ['its repository wants none', { checks: false, isPublic: false }, []],
  ['everybody can read there, and nobody said that they may', { checks: null, isPublic: true }, []],
  ['everybody can read there, and its file asks for them', { checks: true, isPublic: true }, ['show']],
])('where %s: %j', async (_what, settings, expected) => {
  await check({ settings });
  expect(done).toEqual(['look', ...expected]);
});

test('what resembles nothing is left alone', async () => {
  await check({ resembles: false });
  expect([done, await find()]).toEqual([['look'], null]);
});

test('shown once at a commit, and again at the next one', async () => {
  await check();
  await check();
  expect(done).toEqual(['look', 'show']);
  expect(await find()).toMatchObject({ check: { state: 'shown' }, checkRunId: 7 });
  await check({}, 'b'.repeat(40));
  expect(done).toEqual(['look', 'show', 'look', 'show']);
});

test('where no answer came it may be there: it is not written twice', async () => {
  const show = () => {
    throw new AppError('provider_unreachable', 'GitHub did not answer');
  };
  await expect(check({ show })).rejects.toThrow('did not answer');
  await check();
  expect(done).toEqual(['look', 'show']);
  expect(await find()).toMatchObject({ check: { state: 'given_up' } });
});

test('refused for a limit it is surely not there, and written later', async () => {
  const show = () => {
    throw new AppError('rate_limited', 'Too much', { context: { status: 429 } });
  };
  await expect(check({ show })).rejects.toThrow('Too much');
  await check();
  expect(done).toEqual(['look', 'show', 'look', 'show']);
});

test('in a dry run it is not there, and is written after it', async () => {
  await check({ show: () => null });
  expect(await find()).toMatchObject({ check: { state: 'owed', url: null } });
  await check();
  expect(await find()).toMatchObject({ check: { state: 'shown' } });
});

test('a pattern that a person dismissed is not shown', async () => {
  await judge('dismissed');
  await check({ patternId: 'judged' });
  expect(done).toEqual(['look']);
  await judge('confirmed');
  await check({ patternId: 'judged' });
  expect(done).toEqual(['look', 'look', 'show']);
});

async function judge(judgement: PatternJudgement): Promise<void> {
  await store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: judgement },
    patterns: [{ pattern: { ...pattern, id: 'judged', judgement }, members: [] }],
  });
}

test('looked at by several at once it is shown once', async () => {
  let owed = 0;
  let letGo = () => {};
  const together = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // None begins to write before all of them have found that the check is owed.
  const meanwhile = () => {
    owed += 1;
    if (owed === 3) letGo();
    return together;
  };
  await Promise.all([check({ meanwhile }), check({ meanwhile }), check({ meanwhile })]);
  expect(done.filter((what) => what === 'show')).toHaveLength(1);
});

test('what could not be looked at is wanted still, and what was looked at is not', async () => {
  const place = { connectionId, repository: 'acme/api', number };
  await store.pullLooks.want([place]);
  const unreachable = () => {
    throw new AppError('unavailable', 'GitHub does not answer');
  };
  await expect(check({ show: unreachable })).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store.pullLooks.wantedSince(place)).not.toBeNull();
  await check({ resembles: false });
  expect(await store.pullLooks.wantedSince(place)).toBeNull();
});

test('found unhelpful it is answered once, and no commit brings another', async () => {
  await check();
  await dismiss();
  await check();
  await check({}, 'c'.repeat(40));
  expect(done).toEqual(['look', 'show', 'Noted: this did not help']);
});

test('asked for again it is said to be done as it was, once', async () => {
  await check();
  await store.pullChecks.askAgain(connectionId, { id: (await find())?.check.id ?? '' });
  await check();
  await check();
  expect(done).toEqual(['look', 'show', 'complete']);
});

test('a pattern that was found unhelpful twice in a repository is not shown there any more', async () => {
  const given = { patternId: 'p2' };
  for (const _ of [1, 2]) {
    await check(given);
    await dismiss();
    number += 1;
  }
  done = [];
  await check(given);
  expect(done).toEqual(['look']);
  await check({ patternId: 'p3' });
  expect(done).toEqual(['look', 'look', 'show']);
});

async function dismiss(): Promise<void> {
  await store.pullChecks.dismiss(connectionId, (await find())?.check.id ?? '', 7);
}
