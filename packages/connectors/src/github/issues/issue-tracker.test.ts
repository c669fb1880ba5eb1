import { describe, expect, it } from 'vitest';
import { captureAppError, type Reply } from '../../testing.ts';
import {
  createTestWriteLog,
  createUnrelatedIssue,
  exampleIssue,
  neverAbortedSignal,
  neverInterceptRequest,
  startIssueServer,
  testIssueLocation,
  testWriteReason,
} from './board-under-test.ts';

describe('a comment', () => {
  const wantedComment = { marker: 'verdict-1', body: 'It held. <!-- refrain:other -->' };

  it('a comment is written once, even if the response is lost', async () => {
    let broken = true;
    const { tracker, comments } = await startIssueServer([createUnrelatedIssue(1)], (method, url) =>
      broken && method === 'POST' && url.pathname.endsWith('/comments') ? null : undefined,
    );
    const say = () => tracker.ensureComment(testIssueLocation, wantedComment, testWriteReason, neverAbortedSignal);
    expect((await captureAppError(say)).code).toBe('provider_unreachable');
    broken = false;
    expect(await say()).toEqual({ url: 'https://board.test/comment/1' });
    expect(comments.map(({ body }) => body)).toEqual([
      '<!-- refrain:verdict-1 -->\nIt held. &lt;!-- refrain:other -->',
    ]);
  });

  it('a comment is written even if a stranger wrote one with the same marker', async () => {
    const { tracker, comments } = await startIssueServer([createUnrelatedIssue(1)], neverInterceptRequest);
    const marked = { body: '<!-- refrain:verdict-1 -->', html_url: 'https://board.test/comment/0' };
    const stranger = { user: { type: 'User' }, author_association: 'NONE' };
    comments.push({ id: 90, ...marked, ...stranger });
    const say = () => tracker.ensureComment(testIssueLocation, wantedComment, testWriteReason, neverAbortedSignal);
    expect(await say()).toEqual({ url: 'https://board.test/comment/2' });
    expect(await say()).toEqual({ url: 'https://board.test/comment/2' });
    for (const own of [{ user: { type: 'Bot' } }, { author_association: 'COLLABORATOR' }]) {
      comments.splice(0, 2, { id: 91, ...marked, author_association: 'NONE', ...own });
      expect(await say()).toEqual({ url: 'https://board.test/comment/0' });
    }
  });

  it('deletes a comment when its write is undone', async () => {
    const { tracker, comments, log } = await startIssueServer([createUnrelatedIssue(1)], neverInterceptRequest);
    await tracker.ensureComment(testIssueLocation, wantedComment, testWriteReason, neverAbortedSignal);
    const [{ outcome } = { outcome: null }] = log.written;
    if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
    await tracker.undo('acme/api#1', outcome.undo, testWriteReason, neverAbortedSignal);
    expect(comments).toEqual([]);
  });
});

describe('the write log', () => {
  it('the write log records every write before it is sent, and later its outcome', async () => {
    const refused = { status: 403, body: { message: 'no' } };
    const { tracker, log } = await startIssueServer([], (method, url) =>
      method === 'POST' && url.pathname.endsWith('/issues') ? refused : undefined,
    );
    await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal));
    expect(log.written).toMatchObject([
      { action: 'create_label', target: 'acme/api', by: 'a person', outcome: { state: 'done' } },
      { action: 'open_issue', target: 'acme/api', ...testWriteReason, outcome: { state: 'refused' } },
    ]);
  });

  it('the write log records the outcome of a write without a response as unknown', async () => {
    const { tracker, log } = await startIssueServer([], (method, url) =>
      method === 'POST' && url.pathname.endsWith('/issues') ? null : undefined,
    );
    await captureAppError(() => tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal));
    expect(log.written.at(-1)).toMatchObject({ action: 'open_issue', outcome: { state: 'unknown' } });
  });

  it('a dry run records every write, and sends none', async () => {
    const { tracker, log, writes } = await startIssueServer(
      [createUnrelatedIssue(1)],
      neverInterceptRequest,
      createTestWriteLog(true),
    );
    expect(await tracker.ensureIssue(exampleIssue, testWriteReason, neverAbortedSignal)).toBeNull();
    await tracker.ensureIssue({ ...exampleIssue, number: 1 }, testWriteReason, neverAbortedSignal);
    expect(
      await tracker.ensureComment(
        testIssueLocation,
        { marker: 'm', body: 'text' },
        testWriteReason,
        neverAbortedSignal,
      ),
    ).toBeNull();
    await tracker.setIssueState(testIssueLocation, 'not_planned', testWriteReason, neverAbortedSignal);
    expect(log.written.map(({ action }) => action)).toEqual([
      'create_label',
      'open_issue',
      'edit_issue',
      'comment',
      'close_issue',
    ]);
    expect(writes()).toEqual([]);
  });
});

it('closes an issue, reopens it by an undo, and writes nothing if the issue already has the requested state', async () => {
  const { tracker, issues, writes, log } = await startIssueServer([createUnrelatedIssue(1)], neverInterceptRequest);
  await tracker.setIssueState(testIssueLocation, 'open', testWriteReason, neverAbortedSignal);
  expect(writes()).toEqual([]);
  await tracker.setIssueState(testIssueLocation, 'not_planned', testWriteReason, neverAbortedSignal);
  expect(issues[0]).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  const outcome = log.written[0]?.outcome;
  if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
  await tracker.undo('acme/api#1', outcome.undo, testWriteReason, neverAbortedSignal);
  expect(issues[0]).toMatchObject({ state: 'open', state_reason: 'reopened' });
});

it('undoes an edit of an issue only if nobody has edited it since', async () => {
  const { tracker, issues, log } = await startIssueServer([createUnrelatedIssue(1)], neverInterceptRequest);
  const before = issues[0]?.body;
  await tracker.ensureIssue({ ...exampleIssue, number: 1 }, testWriteReason, neverAbortedSignal);
  const outcome = log.written[0]?.outcome;
  if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
  const { undo } = outcome;
  const written = issues[0]?.body ?? '';
  Object.assign(issues[0] ?? {}, { body: `${written} and ours` });
  expect(
    (await captureAppError(() => tracker.undo('acme/api#1', undo, testWriteReason, neverAbortedSignal))).code,
  ).toBe('conflict');
  Object.assign(issues[0] ?? {}, { body: written });
  await tracker.undo('acme/api#1', undo, testWriteReason, neverAbortedSignal);
  expect(issues[0]?.body).toBe(before);
  // A process may stop before recording an undo. Another process then repeats the undo.
  await tracker.undo('acme/api#1', undo, testWriteReason, neverAbortedSignal);
  expect(issues[0]?.body).toBe(before);
});

describe('.github/refrain.yml', () => {
  const file = (text: string): Reply => ({
    body: { content: Buffer.from(text).toString('base64'), encoding: 'base64' },
  });
  const settingsOf = async (reply: Reply, repository: object = { private: true }) => {
    const { tracker } = await startIssueServer([], (_method, url) => {
      if (url.pathname.includes('/contents/')) return reply;
      return url.pathname === '/repos/acme/api' ? { body: { full_name: 'acme/api', ...repository } } : undefined;
    });
    return tracker.readSettings('acme/api', neverAbortedSignal);
  };

  it.each([
    [{ status: 404, body: {} }, null, null],
    [file(''), null, null],
    [file('issues: off\n'), false, null],
    [file('issues: true\nchecks: no\n'), true, false],
  ])('readSettings reads the permissions in .github/refrain.yml (%#)', async (reply, issues, checks) => {
    expect(await settingsOf(reply)).toEqual({ issues, checks, isPublic: false });
  });

  it.each([{ private: false }, {}])('readSettings treats the repository %j as public', async (repository) => {
    expect((await settingsOf(file(''), repository)).isPublic).toBe(true);
  });

  it.each(['issues: maybe', 'isues: off', '- off', 'a: [', `a: &a [x]\nb: *a`])(
    '.github/refrain.yml with the content %j forbids all writes',
    async (text) => {
      expect(await captureAppError(() => settingsOf(file(text)))).toMatchObject({ code: 'conflict' });
    },
  );

  it('a .github/refrain.yml that is too long forbids all writes, and is not parsed', async () => {
    const started = process.cpuUsage();
    const error = await captureAppError(() => settingsOf(file(`issues: ${'&a '.repeat(300_000)}`)));
    expect(error.message).toContain('has more than 4000 characters: shorten it');
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  });

  it('does not treat .github/refrain.yml as missing if GitHub returns an error', async () => {
    expect((await captureAppError(() => settingsOf({ status: 500, body: {} }))).code).toBe('provider_failed');
  });
});
