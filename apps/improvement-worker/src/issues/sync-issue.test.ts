import { randomUUID } from 'node:crypto';
import type { IssueTracker } from '@refrain/connectors';
import {
  AppError,
  CorrectionDecision,
  createDecider,
  defaultConnectionScope,
  type FailureDraft,
  type IssueComment,
  type TrackedIssue,
} from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { examplePattern } from '../report-under-test.ts';
import { createSyncIssueHandler } from './sync-issue.ts';

const { signal } = new AbortController();

function failure(externalId: string): FailureDraft {
  return {
    kind: 'incident',
    externalId,
    title: externalId,
    text: '',
    services: [],
    repository: 'acme/api',
    environment: null,
    paths: [],
    sha: null,
    occurredAt: examplePattern.firstAt,
    resolvedAt: null,
    precision: 'instant',
    severity: null,
    url: null,
    version: examplePattern.firstAt,
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
  };
}

function comment(id: number, text: string, mayDecide = true): IssueComment {
  return { id, url: `https://x.example/1#${id}`, at: '2026-03-01T00:00:00.000Z', text, mayDecide };
}

const { store } = await openStoreUnderTest();
const { id: connectionId } = await store.connections.ensure({
  provider: 'github',
  account: 'acme',
  baseUrl: 'https://api.github.com',
  scope: defaultConnectionScope,
  credential: 'a token',
  webhookSecret: 'unused',
});

async function openIssues(sizes: readonly [number, number] = [1, 1]) {
  const name = randomUUID();
  const repository = `acme/${name}`;
  const ids = [`${name}-a`, `${name}-b`];
  const externalIds = ids.flatMap((id, place) => Array.from({ length: sizes[place] ?? 0 }, (_, nth) => `${id}-${nth}`));
  await store.failures.upsert(connectionId, externalIds.map(failure));
  const failures = (await store.failures.listAll()).filter(({ externalId }) => externalId.startsWith(name));
  const membersOf = (patternId: string) =>
    failures
      .filter(({ externalId }) => externalId.startsWith(patternId))
      .map(({ id }) => ({ failureId: id, confidence: 1, evidence: [] }));
  await store.patterns.writeClustering({
    episodes: [],
    patterns: ids.map((id) => ({ pattern: { ...examplePattern, id }, members: membersOf(id) })),
    lineage: [],
    inputVersion: name,
  });

  async function open(patternId: string, number: number): Promise<string> {
    const { id } = await store.improvements.ensure(patternId, { repository, title: patternId });
    await store.improvements.approve(id, {}, createDecider('session', 'the test'));
    await store.improvements.recordIssue(id, { repository, number, url: `https://x.example/${number}` });
    return id;
  }

  const improvementId = await open(`${name}-a`, 1);
  const otherId = await open(`${name}-b`, 2);
  return {
    improvementId,
    otherId,
    failureIds: failures.map(({ id }) => id).sort(),
    otherFailureIds: membersOf(`${name}-b`).map(({ failureId }) => failureId),
    async listCorrections() {
      const own = new Set(failures.map(({ id }) => id));
      const corrections = await store.corrections.list();
      return corrections.filter(
        ({ decision }) => 'failureIds' in decision && decision.failureIds.some((id) => own.has(id)),
      );
    },
    async find() {
      const found = await store.improvements.find(improvementId);
      if (found === null) throw new AppError('not_found', 'It is gone');
      return found;
    },
    /**
     * Syncs issue #1 with these comments and fields; null stands for a deleted issue. Returns the comments and the enqueued jobs,
     * in order.
     * @param during simulates actions of people while the issue is read
     */
    async sync(
      comments: readonly IssueComment[],
      issue: Partial<TrackedIssue> | null = {},
      during = async (): Promise<unknown> => undefined,
    ): Promise<string[]> {
      const done: string[] = [];
      const { lastCommentId } = await store.improvements.readThread(improvementId);
      const tracked: TrackedIssue = {
        repository,
        number: 1,
        url: 'https://x.example/1',
        state: 'open',
        closedAt: null,
        labels: [],
        isAssigned: false,
        pulls: [],
        comments: comments.filter(({ id }) => id > lastCommentId),
        ...issue,
      };
      const tracker = {
        trackIssue: async () => {
          await during();
          return issue === null ? null : tracked;
        },
        ensureComment: async (_place: unknown, { body }: { body: string }) => {
          done.push(body.split('\n', 1)[0] ?? '');
          return { url: '' };
        },
      } as unknown as IssueTracker;
      const producer = { enqueue: async (name: string) => void done.push(name) };
      await createSyncIssueHandler({ store, openRepository: async () => tracker, producer })({ improvementId }, signal);
      return done;
    },
  };
}

test('a merge command adds one correction with the failures of both issues, and gets one reply', async () => {
  const { failureIds, listCorrections, sync } = await openIssues();
  const said = comment(1, '/refrain merge #2');
  expect(await sync([said])).toEqual(['recluster', expect.stringMatching(/^Understood: both are now one pattern/u)]);
  const [correction] = await listCorrections();
  expect(correction?.decision).toEqual({ kind: 'must_link', failureIds });
  await sync([said]);
  expect(await listCorrections()).toHaveLength(1);
});

test('a merge command for large patterns joins 1,000 failures, including all failures of the smaller pattern', async () => {
  const { otherFailureIds, listCorrections, sync } = await openIssues([1_001, 2]);
  await sync([comment(1, '/refrain merge #2')]);
  const [correction] = await listCorrections();
  const { failureIds } = CorrectionDecision.options[0].parse(correction?.decision);
  expect(failureIds).toHaveLength(1_000);
  expect(failureIds).toEqual(expect.arrayContaining(otherFailureIds));
});

test('the audit log lists each decision of a comment once, with the URL of the comment', async () => {
  const { improvementId, sync, find } = await openIssues();
  const snooze = comment(1, '/refrain snooze 2w');
  const decline = comment(2, '/refrain not-systemic');
  await sync([comment(3, '/refrain not-systemic', false), snooze, snooze, decline, decline]);
  const { items } = await store.access.listDecisions({ subject: improvementId, via: 'comment', limit: 10 });
  expect(items.map(({ operation, by, detail, state }) => [operation, by.name, detail, state])).toEqual([
    ['declineImprovement', decline.url, { reason: (await find()).reason }, 'done'],
    ['snoozeImprovement', snooze.url, { until: '2026-03-15T00:00:00.000Z' }, 'done'],
  ]);
  const merge = comment(4, '/refrain merge #2');
  await sync([merge]);
  const merged = await store.access.listDecisions({ operation: 'addCorrection', via: 'comment', limit: 50 });
  expect(merged.items.filter(({ by }) => by.name === merge.url)).toMatchObject([{ detail: { kind: 'must_link' } }]);
});

test('a merge command is refused for an issue that Refrain did not open, and for an issue of another repository', async () => {
  const { sync } = await openIssues();
  const before = await store.corrections.list();
  expect(await sync([comment(1, '/refrain merge #99')])).toEqual([
    expect.stringMatching(/^Refrain did not open that issue/u),
  ]);
  expect(await sync([comment(2, '/refrain merge other/place#2')])).toEqual([
    expect.stringMatching(/^A comment can merge only issues of its own repository/u),
  ]);
  expect(await store.corrections.list()).toEqual(before);
});

test('ignores commands of people without permission, and comments without a command', async () => {
  const { sync, find } = await openIssues();
  const done = await sync([comment(1, '/refrain not-systemic', false), comment(2, 'We should /refrain snooze 90d')]);
  expect([done, (await find()).state]).toEqual([[], 'opened']);
});

test('a snooze counts from the time of its comment, and a reply explains an invalid duration', async () => {
  const { sync, find } = await openIssues();
  expect(await sync([comment(1, '/refrain snooze 2w'), comment(2, '/refrain snooze soon')])).toEqual([
    'Refrain will not comment here until 2026-03-15.',
    'Refrain does not know this command.',
  ]);
  expect((await find()).snoozedUntil).toBe('2026-03-15T00:00:00.000Z');
});

test('the command not-systemic declines the improvement and closes its issue', async () => {
  const { sync, find } = await openIssues();
  expect(await sync([comment(1, '/refrain not-systemic')])).toEqual(['ensure-issue']);
  expect(await find()).toMatchObject({ state: 'declined', reason: expect.stringMatching(/x\.example\/1#\d+\.$/u) });
});

test('an issue that Refrain cannot read does not block other issues, even before a person solves the problem', async () => {
  const { improvementId, otherId } = await openIssues();
  const unseen = async () => {
    const ids = await store.improvements.listUnsynced('active', '2000-01-01T00:00:00.000Z', 1_000);
    return ids.filter((id) => id === improvementId || id === otherId);
  };
  const fail = async (thrown: AppError) => {
    const openRepository = () => Promise.reject(thrown);
    const run = createSyncIssueHandler({ store, openRepository, producer: { enqueue: async () => {} } });
    await expect(run({ improvementId: otherId }, signal)).rejects.toBe(thrown);
  };
  await fail(new AppError('provider_failed', 'GitHub is away'));
  expect((await unseen()).sort()).toEqual([improvementId, otherId].sort());
  await fail(new AppError('invalid_input', 'No account of acme is connected'));
  expect(await unseen()).toEqual([improvementId]);
});

test('keeps a person’s decision that is made while the issue is read, and syncs the issue again', async () => {
  const { improvementId, sync, find } = await openIssues();
  const { transition, approve } = store.improvements;
  await transition(improvementId, { state: 'opened', issueState: 'open' });
  expect(
    await sync([], { isAssigned: true }, () =>
      transition(improvementId, { state: 'declined', reason: 'Not worth it' }),
    ),
  ).toEqual(['sync-issue']);
  expect(await find()).toMatchObject({ state: 'declined', reason: 'Not worth it' });
  expect(
    await sync([], { state: 'not_planned' }, () => approve(improvementId, {}, createDecider('session', 'the test'))),
  ).toEqual(['sync-issue']);
  expect(await find()).toMatchObject({ state: 'approved' });
});

test('an improvement whose issue is gone keeps its state and shows a problem', async () => {
  const { improvementId, sync, find } = await openIssues();
  await store.improvements.transition(improvementId, { state: 'declined' });
  await sync([], null);
  expect(await find()).toMatchObject({ state: 'declined', problem: expect.stringMatching(/was deleted/u) });
});
