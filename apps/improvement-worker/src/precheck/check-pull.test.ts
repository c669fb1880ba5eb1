import type { PullChecks } from '@refrain/connectors';
import { AppError, defaultScope, ImprovementPolicy, type OpenPull } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { openStoreUnderTest } from '../store-under-test.ts';
import { createCheckPull } from './check-pull.ts';

const { signal } = new AbortController();
const store = await openStoreUnderTest();
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
  readonly wantsChecks: boolean;
  readonly resembles: boolean;
  readonly show: () => { readonly checkRunId: number; readonly url: string } | null;
}

const usual: World = {
  ...{ policy: { checkPulls: true }, isPossible: true, isOpen: true, wantsChecks: true, resembles: true },
  show: () => ({ checkRunId: 7, url: 'https://github.com/acme/api/runs/7' }),
};

/** The store is real; what GitHub answers, and that a change resembles what failed, is said. */
async function check(given: Partial<World> = {}, headSha = 'a'.repeat(40)): Promise<unknown> {
  const world = { ...usual, ...given };
  await store.policies.decide(ImprovementPolicy.parse(world.policy), 'a test');
  const pull: OpenPull = { repository: 'acme/api', number, headSha, title: 'Raise it', text: '', paths: ['a.ts'] };
  const checks: PullChecks = {
    isPossible: world.isPossible,
    readPull: async () => (world.isOpen ? pull : null),
    readSettings: async () => ({ issues: true, checks: world.wantsChecks }),
    show: async () => {
      done.push('show');
      return world.show();
    },
    replace: async (_place, { title }) => {
      done.push(title);
      return true;
    },
  };
  const findWarning = async () => {
    done.push('look');
    if (!world.resembles) return null;
    const found = { patternId: 'p1', recentEpisodes: 2, failureIds: [], score: 0.3, usual: 0.05, rank: 0.01 };
    return { ...found, sharedPaths: [], sharedTerms: [], says: ['It shares words.'] };
  };
  const deps = { store, createPullChecks: () => checks, findWarning, publicUrl: null, now: Date.now };
  return createCheckPull(deps)({ connectionId, repository: 'acme/api', number }, signal);
}

const find = () => store.pullChecks.find({ connectionId, repository: 'acme/api', number });

test.each([
  ['the policy does not want it', { policy: {} }],
  ['the credential is no App', { isPossible: false }],
  ['it is closed', { isOpen: false }],
  ['its repository wants none', { wantsChecks: false }],
])('nothing is looked at where %s', async (_what, given) => {
  await check(given);
  expect(done).toEqual([]);
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

test('in a dry run it is not there', async () => {
  await check({ show: () => null });
  expect(await find()).toMatchObject({ check: { state: 'given_up', url: null } });
});

test('found unhelpful it is answered once, and no commit brings another', async () => {
  await check();
  await store.pullChecks.dismiss(connectionId, (await find())?.check.id ?? '');
  await check();
  await check({}, 'c'.repeat(40));
  expect(done).toEqual(['look', 'show', 'Noted: this did not help']);
});

test('a pattern that was found unhelpful twice in a repository is not shown there any more', async () => {
  await check();
  await store.pullChecks.dismiss(connectionId, (await find())?.check.id ?? '');
  number += 100;
  done = [];
  await check();
  expect(done).toEqual(['look']);
});
