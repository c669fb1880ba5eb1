import { AppError, type ImprovementIssue } from '@refrain/domain';
import { describe, expect, it, onTestFinished } from 'vitest';
import { captureAppError, startTestServer } from '../../testing.ts';
import { createInstallationTokenResponder, testAppCredential } from '../testing.ts';
import {
  createTestWriteLog,
  createUnrelatedIssue,
  exampleIssue,
  formatTestServerIssue,
  neverAbortedSignal,
  neverInterceptRequest,
  startIssueServer,
  testWriteReason,
} from './board-under-test.ts';
import { createGitHubIssueTracker } from './issue-tracker.ts';

describe('ensureIssue', () => {
  it('creates one issue with its label, and leaves it unchanged on a second call', async () => {
    const { tracker, issues, writes } = await startIssueServer([], neverInterceptRequest);
    const first = await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal);
    expect(first).toEqual({ repository: 'acme/api', number: 1, url: 'https://board.test/1', outcome: 'created' });
    expect(issues[0]).toMatchObject({ title: exampleIssue.title, labels: ['refrain'] });
    expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toEqual({
      ...first,
      outcome: 'unchanged',
    });
    expect(writes()).toEqual(['POST', 'POST']);
  });

  it("updates only Refrain's section of an issue, even if the issue is closed and on a later page of the list", async () => {
    const body = 'Mine!\r\n<!-- refrain:pattern-1 -->\n<!-- refrain:begin -->\nold\n<!-- refrain:end -->\r\nAnd mine.';
    const issues = [
      createUnrelatedIssue(1),
      createUnrelatedIssue(2),
      createUnrelatedIssue(3, { body, pull_request: {} }),
      createUnrelatedIssue(4, { body, state: 'closed' }),
    ];
    const { tracker, writes } = await startIssueServer(issues, neverInterceptRequest);
    expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 4,
      outcome: 'updated',
    });
    expect(issues[3]?.body).toBe(body.replace('old', exampleIssue.body));
    expect(writes()).toEqual(['PATCH']);
  });

  it('finds the issue after people removed the label', async () => {
    const { tracker, issues } = await startIssueServer([], neverInterceptRequest);
    await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal);
    for (const issue of issues) issue.labels = [];
    expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'unchanged',
    });
    expect(issues).toHaveLength(1);
  });

  it('adopts an issue with an earlier marker only if no issue has the current marker', async () => {
    const lost = createUnrelatedIssue(1, { body: '<!-- refrain:pattern-8 -->\nMine.', labels: [] });
    lost.creator = 'refrain-bot';
    const { tracker, issues, writes } = await startIssueServer([lost, createUnrelatedIssue(2)], neverInterceptRequest);
    const again = { ...exampleIssue, earlierMarkers: ['pattern-7', 'pattern-8'] };
    expect(await tracker.ensureIssue(again, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'updated',
    });
    expect(issues[0]?.body).toMatch(/^<!-- refrain:pattern-1 -->\n<!-- refrain:pattern-8 -->\nMine\./u);
    expect(await tracker.ensureIssue(again, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'unchanged',
    });
    expect(writes()).toEqual(['PATCH']);

    const own = createUnrelatedIssue(3, { body: '<!-- refrain:pattern-1 -->', labels: [], creator: 'refrain-bot' });
    const both = await startIssueServer(
      [createUnrelatedIssue(1, { body: '<!-- refrain:pattern-8 -->' }), own],
      neverInterceptRequest,
    );
    expect(await both.tracker.ensureIssue(again, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 3,
      outcome: 'updated',
    });
  });

  it('finds the issue by number after people removed label and marker', async () => {
    const issues = [createUnrelatedIssue(1, { body: 'Rewritten by the team.', labels: [] })];
    const { tracker, writes } = await startIssueServer(issues, neverInterceptRequest);
    const known = { ...exampleIssue, number: 1 };
    expect(await tracker.ensureIssue(known, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'updated',
    });
    expect(issues[0]?.body).toBe(
      `<!-- refrain:pattern-1 -->\nRewritten by the team.\n\n<!-- refrain:begin -->\n${exampleIssue.body}\n<!-- refrain:end -->\n`,
    );
    expect(await tracker.ensureIssue(known, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'unchanged',
    });
    expect(writes()).toEqual(['PATCH']);
  });

  it('updates an issue in the repository to which it was transferred', async () => {
    const issues = [createUnrelatedIssue(1), createUnrelatedIssue(2, { labels: [] })];
    const { tracker, writes } = await startIssueServer(issues, neverInterceptRequest);
    const ensured = await tracker.ensureIssue(
      { ...exampleIssue, repository: 'acme/old', number: 2 },
      testWriteReason,
      neverAbortedSignal,
    );
    expect(ensured).toMatchObject({ repository: 'acme/api', number: 2, outcome: 'updated' });
    expect(issues[1]?.body).toContain(exampleIssue.body);
    expect(writes()).toEqual(['PATCH']);
  });

  it.each([404, 410])('creates no second issue if GitHub responds with %i for the known issue', async (status) => {
    const { tracker, writes } = await startIssueServer([], (_method, url) =>
      url.pathname.endsWith('/issues/3') ? { status, body: {} } : undefined,
    );
    const error = await captureAppError(() =>
      tracker.ensureIssue({ ...exampleIssue, number: 3 }, testWriteReason, neverAbortedSignal),
    );
    expect([error.code, error.message]).toEqual([
      'not_found',
      expect.stringMatching(/acme\/api#3 was deleted, .*does not open a second/u),
    ]);
    expect(writes()).toEqual([]);
  });

  it('renames an issue whose title is one that Refrain gave before, and keeps a title of a person', async () => {
    const { tracker, issues, log } = await startIssueServer([], neverInterceptRequest);
    const ensure = (issue: Partial<Pick<ImprovementIssue, 'title' | 'earlierTitles'>>) =>
      tracker.ensureIssue({ ...exampleIssue, ...issue }, testWriteReason, neverAbortedSignal);
    await ensure({});
    const renamed = { title: 'Bound the queue', earlierTitles: [exampleIssue.title] };
    expect(await ensure(renamed)).toMatchObject({ outcome: 'updated' });
    expect(issues[0]).toMatchObject({ title: 'Bound the queue' });
    expect(log.written.at(-1)?.outcome).toMatchObject({ undo: { content: { title: exampleIssue.title } } });
    expect(await ensure({ ...renamed, title: 'Bound both' })).toMatchObject({ outcome: 'unchanged' });
    expect(issues[0]).toMatchObject({ title: 'Bound the queue' });
  });

  it('does not change a locked issue', async () => {
    const { tracker, writes } = await startIssueServer(
      [createUnrelatedIssue(1, { locked: true })],
      neverInterceptRequest,
    );
    const error = await captureAppError(() =>
      tracker.ensureIssue({ ...exampleIssue, number: 1 }, testWriteReason, neverAbortedSignal),
    );
    expect([error.code, error.message]).toEqual(['conflict', expect.stringMatching(/locked/u)]);
    expect(writes()).toEqual([]);
  });

  it('calls `beforeCreating` before creating an issue, and creates none if the call fails', async () => {
    const { tracker, writes } = await startIssueServer([], neverInterceptRequest);
    const refuse = () => Promise.reject(new AppError('unavailable', 'not now'));
    expect(
      (await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal, refuse)))
        .code,
    ).toBe('unavailable');
    expect(writes()).toEqual(['POST']);
  });

  it('creates no issue if it cannot check whether one exists', async () => {
    for (const status of [500, 403]) {
      const { tracker, writes } = await startIssueServer([], (_method, url) =>
        url.pathname.endsWith('/issues') ? { status, body: { message: 'no' } } : undefined,
      );
      await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal));
      expect(writes()).toEqual([]);
    }
  });

  it('never repeats a write that got no response, and finds its result in the next call', async () => {
    let broken = true;
    const { tracker, issues } = await startIssueServer([], (method, url) =>
      broken && method === 'POST' && url.pathname.endsWith('/issues') ? null : undefined,
    );
    expect(
      (await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal))).code,
    ).toBe('provider_unreachable');
    broken = false;
    expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toMatchObject({
      number: 1,
      outcome: 'unchanged',
    });
    expect(issues).toHaveLength(1);
  });

  it('creates an issue under the new name of a renamed repository', async () => {
    const { tracker, issues } = await startIssueServer([createUnrelatedIssue(1)], neverInterceptRequest);
    const outcome = await tracker.ensureIssue(
      { ...exampleIssue, repository: 'acme/old' },
      testWriteReason,
      neverAbortedSignal,
    );
    expect(outcome).toMatchObject({ number: 2, outcome: 'created' });
    expect(issues).toHaveLength(2);
  });

  it.each([
    ['a repository that is gone', { status: 404, body: {} }, 'not_found', /check the name/],
    [
      'a repository without issues',
      { body: { full_name: 'acme/api', has_issues: false } },
      'invalid_input',
      /turned off/,
    ],
    [
      'an archived repository',
      { body: { full_name: 'acme/api', archived: true } },
      'invalid_input',
      /another repository/,
    ],
  ])('the error of ensureIssue advises what to do about %s', async (_name, reply, code, advice) => {
    const { tracker, writes } = await startIssueServer([], (_method, url) =>
      url.pathname === '/repos/acme/api' ? reply : undefined,
    );
    const error = await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
    expect(writes()).toEqual([]);
  });
});

it('searches for the issue among those that the bot of a GitHub App opened', async () => {
  const desk = createInstallationTokenResponder();
  const issue = { number: 3, body: '<!-- refrain:pattern-1 -->', labels: [], creator: 'refrain-acme[bot]' };
  const server = await startTestServer((asked) => {
    const token = desk(asked);
    if (token) return token;
    if (asked.url.pathname === '/app') return { body: { slug: 'refrain-acme' } };
    if (asked.url.pathname === '/repos/acme/api') return { body: { full_name: 'acme/api' } };
    if (asked.method === 'PATCH') return { body: formatTestServerIssue(issue) };
    const creator = asked.url.searchParams.get('creator');
    return { body: creator === issue.creator ? [formatTestServerIssue(issue)] : [] };
  });
  onTestFinished(() => server.close());
  const tracker = createGitHubIssueTracker({ baseUrl: server.url }, testAppCredential, createTestWriteLog(), {
    retryAfterMs: 1,
  });
  expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toMatchObject({
    number: 3,
    outcome: 'updated',
  });
  expect(server.requests.at(-1)?.headers.authorization).toBe('token ghs_1');
});
