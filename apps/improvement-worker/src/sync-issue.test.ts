import type { IssueTracker } from '@refrain/connectors';
import {
  AppError,
  deciderBy,
  defaultScope,
  type FailureDraft,
  type IssueComment,
  type TrackedIssue,
} from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { beforeEach, expect, test } from 'vitest';
import { pattern } from './report-under-test.ts';
import { createSyncIssue } from './sync-issue.ts';

const { store } = await openStoreUnderTest();
const { signal } = new AbortController();
const { id: connectionId } = await store.connections.ensure({
  ...{ provider: 'github', account: 'acme', baseUrl: 'https://api.github.com', scope: defaultScope },
  ...{ credential: 'a token', webhookSecret: 'unused' },
});
await store.failures.upsert(connectionId, ['f1', 'f2'].map(failure));
const failures = await store.failures.listAll();

function failure(externalId: string): FailureDraft {
  return {
    ...{ kind: 'incident', externalId, title: externalId, text: '', services: [], repository: 'acme/api' },
    ...{ environment: null, paths: [], sha: null, occurredAt: pattern.firstAt, resolvedAt: null, severity: null },
    ...{ url: null, version: pattern.firstAt, timing: null, urgency: null, responders: null, references: [] },
    ...{ isFailure: true, confidence: 1 },
  };
}

const member = (place: number) => ({ failureId: failures[place]?.id ?? '', confidence: 1, evidence: [] });
await store.patterns.writeGrouping({
  episodes: [],
  patterns: ['a', 'b'].map((id, place) => ({ pattern: { ...pattern, id }, members: [member(place)] })),
  lineage: [],
  inputVersion: 'the first',
});
const improvementId = await open('a', 1);
await open('b', 2);

async function open(patternId: string, number: number): Promise<string> {
  const { id } = await store.improvements.ensure(patternId, { repository: 'acme/api', title: patternId });
  await store.improvements.approve(id, {}, deciderBy('session', 'the test'));
  await store.improvements.recordIssue(id, { repository: 'acme/api', number, url: `https://x.example/${number}` });
  return id;
}

/** What was said below the issue and asked for, in order. */
let done: string[] = [];
let commentId = 0;
beforeEach(() => {
  done = [];
});

function comment(text: string, mayDecide = true): IssueComment {
  commentId += 1;
  return { id: commentId, url: `https://x.example/1#${commentId}`, at: '2026-03-01T00:00:00.000Z', text, mayDecide };
}

/**
 * The store is real; the issue is as the test has it.
 * @param meanwhile what people do here while the issue is read
 */
async function sync(
  comments: readonly IssueComment[],
  issue: Partial<TrackedIssue> | null = {},
  meanwhile = async (): Promise<unknown> => undefined,
): Promise<void> {
  const { lastCommentId } = await store.improvements.readThread(improvementId);
  const tracked: TrackedIssue = {
    ...{ repository: 'acme/api', number: 1, url: 'https://x.example/1', state: 'open', closedAt: null },
    ...{ labels: [], isAssigned: false, pulls: [], comments: comments.filter(({ id }) => id > lastCommentId) },
    ...issue,
  };
  const tracker = {
    trackIssue: async () => {
      await meanwhile();
      return issue === null ? null : tracked;
    },
    ensureComment: async (_place: unknown, { body }: { body: string }) => {
      done.push(body.split('\n', 1)[0] ?? '');
      return { url: '' };
    },
  } as unknown as IssueTracker;
  const producer = { enqueue: async (name: string) => void done.push(name) };
  await createSyncIssue({ store, openRepository: async () => tracker, producer })({ improvementId }, signal);
}

const find = async () => {
  const found = await store.improvements.find(improvementId);
  if (found === null) throw new AppError('not_found', 'It is gone');
  return found;
};

test('that it is the same as another issue is a decision on their failures, made and answered once', async () => {
  const said = comment('/refrain merge #2');
  await sync([said]);
  expect(done).toEqual(['recluster', expect.stringMatching(/^Understood: from now on both are one pattern/u)]);
  const [correction] = await store.corrections.list();
  expect(correction?.decision).toEqual({ kind: 'must_link', failureIds: failures.map(({ id }) => id) });
  await sync([said]);
  expect(await store.corrections.list()).toHaveLength(1);
});

test('the same as an issue that is none of Refrain’s is said to be that, and decides nothing', async () => {
  const before = await store.corrections.list();
  await sync([comment('/refrain merge other/place#2')]);
  expect(done).toEqual([expect.stringMatching(/^That is none of Refrain’s issues/u)]);
  expect(await store.corrections.list()).toEqual(before);
});

test('who may not decide is not heard, and what is no command is not answered', async () => {
  await sync([comment('/refrain not-systemic', false), comment('We should /refrain snooze 90d')]);
  expect([done, (await find()).state]).toEqual([[], 'opened']);
});

test('left for later it waits from when that was said; what is no time is answered with the help', async () => {
  await sync([comment('/refrain snooze 2w'), comment('/refrain snooze soon')]);
  expect(done).toEqual(['Nothing is said here by Refrain until 2026-03-15.', 'That is none of the commands.']);
  expect((await find()).snoozedUntil).toBe('2026-03-15T00:00:00.000Z');
});

test('not systemic it is declined, and its issue is closed by who may write there', async () => {
  await sync([comment('/refrain not-systemic')]);
  expect(done).toEqual(['ensure-issue']);
  expect(await find()).toMatchObject({ state: 'declined', reason: expect.stringMatching(/x\.example\/1#\d+\.$/u) });
});

test('an issue that cannot be looked at until somebody acts is no longer before all others', async () => {
  const { id = '' } = (await store.improvements.findByIssue('acme/api', 2)) ?? {};
  const unseen = () => store.improvements.listUnsynced('living', '2000-01-01T00:00:00.000Z', 9);
  const fail = async (thrown: AppError) => {
    const openRepository = () => Promise.reject(thrown);
    const run = createSyncIssue({ store, openRepository, producer: { enqueue: async () => {} } });
    await expect(run({ improvementId: id }, signal)).rejects.toBe(thrown);
  };
  await fail(new AppError('provider_failed', 'GitHub is away'));
  expect(await unseen()).toEqual([id]);
  await fail(new AppError('invalid_input', 'No account of acme is connected'));
  expect(await unseen()).toEqual([]);
});

test('what a person decides while its issue is read stands, and the issue is looked at anew', async () => {
  const { turn, approve } = store.improvements;
  await turn(improvementId, { state: 'opened', issueState: 'open' });
  await sync([], { isAssigned: true }, () => turn(improvementId, { state: 'declined', reason: 'Not worth it' }));
  expect(await find()).toMatchObject({ state: 'declined', reason: 'Not worth it' });
  await sync([], { state: 'not_planned' }, () => approve(improvementId, {}, deciderBy('session', 'the test')));
  expect(await find()).toMatchObject({ state: 'approved' });
  expect(done).toEqual(['sync-issue', 'sync-issue']);
  await turn(improvementId, { state: 'declined' });
});

test('gone it has that told, and stays', async () => {
  await sync([], null);
  expect(await find()).toMatchObject({ state: 'declined', problem: expect.stringMatching(/is gone/u) });
});
