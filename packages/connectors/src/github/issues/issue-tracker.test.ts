import { AppError, type IntendedWrite, type WriteOutcome } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { errorFrom, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import type { WriteLog } from '../../write-log.ts';
import { createTokenDesk, testAppCredential } from '../testing.ts';
import { createGitHubIssueTracker } from './issue-tracker.ts';

interface StoredIssue {
  number: number;
  body: string;
  labels: string[];
  creator: string;
  state?: string;
  state_reason?: string;
  locked?: boolean;
  pull_request?: object;
}

const signal = new AbortController().signal;
const servers: TestServer[] = [];
let tokens = 0;

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface LoggedWrite extends IntendedWrite {
  readonly id: string;
  outcome: WriteOutcome | null;
}

/** An audit in memory. */
function createTestLog(isDryRun = false): WriteLog & { readonly written: LoggedWrite[] } {
  const written: LoggedWrite[] = [];
  return {
    written,
    async begin(write) {
      const id = `${written.length}`;
      written.push({ ...write, id, outcome: null });
      return isDryRun ? null : id;
    },
    async settle(id, outcome) {
      const write = written.find((one) => one.id === id);
      if (write !== undefined) write.outcome = outcome;
    },
  };
}

/** A board in memory. `intercept` answers in its place, or breaks off after the board has done its work. */
async function startBoard(
  issues: StoredIssue[],
  intercept: (method: string, url: URL) => Reply | null | undefined,
  log = createTestLog(),
) {
  const labels = new Set<string>();
  const comments: { id: number; body: string; html_url: string }[] = [];
  const server: TestServer = await startTestServer(({ method, url, body }) => {
    const reply = carryOut(method, url, body);
    const other = intercept(method, url);
    return other === undefined ? reply : other;
  });
  servers.push(server);

  function carryOut(method: string, url: URL, body: string): Reply {
    if (url.pathname === '/user') return { body: { login: 'refrain-bot' } };
    if (url.pathname === '/repos/acme/old')
      return { status: 301, headers: { location: `${server.url}/repositories/7` } };
    if (url.pathname === '/repos/acme/api' || url.pathname === '/repositories/7')
      return { body: { full_name: 'acme/api' } };
    const known = /\/issues\/(\d+)$/u.exec(url.pathname)?.[1];
    if (known && method === 'GET') {
      const moved = url.pathname.startsWith('/repos/acme/old/');
      if (moved) return { status: 301, headers: { location: `${server.url}/repositories/7/issues/${known}` } };
      const issue = issues.find(({ number }) => number === Number(known));
      return issue ? { body: shown(issue) } : { status: 404, body: {} };
    }
    if (url.pathname.endsWith('/comments')) {
      if (method === 'GET') return { body: comments };
      const id = comments.length + 1;
      comments.push({ id, html_url: `https://board.test/comment/${id}`, ...JSON.parse(body) });
      return { status: 201, body: comments.at(-1) };
    }
    if (method === 'DELETE' && url.pathname.includes('/comments/')) {
      comments.splice(Number(url.pathname.split('/').at(-1)) - 1, 1);
      return { status: 204, body: '' };
    }
    const label = /\/labels\/(.+)$/u.exec(url.pathname)?.[1];
    if (label) return labels.has(label) ? { body: {} } : { status: 404, body: {} };
    if (method === 'POST' && url.pathname.endsWith('/labels')) {
      labels.add(JSON.parse(body).name);
      return { status: 201, body: {} };
    }
    if (method === 'POST') {
      const issue = { number: issues.length + 1, creator: 'refrain-bot', ...JSON.parse(body) };
      issues.push(issue);
      return { status: 201, body: shown(issue) };
    }
    if (method === 'PATCH') {
      const issue = issues.find((each) => each.number === Number(url.pathname.split('/').at(-1)));
      Object.assign(issue ?? {}, JSON.parse(body));
      return { body: shown(issue as StoredIssue) };
    }
    const [label_, creator] = [url.searchParams.get('labels'), url.searchParams.get('creator')];
    // Those that are closed are listed only where they are asked for.
    const state = url.searchParams.get('state') ?? 'open';
    const matching = issues.filter(
      (issue) =>
        (!label_ || issue.labels.includes(label_)) &&
        (!creator || issue.creator === creator) &&
        (state === 'all' || state === (issue.state ?? 'open')),
    );
    const page = Number(url.searchParams.get('page') ?? 1);
    const link = `<${server.url}${url.pathname}?labels=${label_ ?? ''}&state=${state}&page=${page + 1}>; rel="next"`;
    return {
      body: matching.slice(page * 2 - 2, page * 2).map(shown),
      headers: matching.length > page * 2 ? { link } : {},
    };
  }

  tokens += 1;
  const tracker = createGitHubIssueTracker({ baseUrl: server.url }, `token-${tokens}`, log, { retryAfterMs: 1 });
  const writes = () => server.asked.filter((asked) => asked.method !== 'GET').map((asked) => asked.method);
  return { tracker, issues, comments, writes, log };
}

function shown(issue: StoredIssue): object {
  return {
    state: 'open',
    ...issue,
    repository_url: 'https://board.test/repos/acme/api',
    html_url: `https://board.test/${issue.number}`,
  };
}

const nothing = () => undefined;
const wanted = {
  repository: 'acme/api',
  number: null,
  marker: 'pattern-1',
  earlierMarkers: [],
  title: 'Bound the pool',
  body: 'What keeps failing',
  label: { name: 'refrain', description: 'A systemic fix' },
  answerLabels: [],
};
const reason = { why: 'It recurs', by: 'a person' };
const other = (number: number, more: object = {}): StoredIssue => ({
  number,
  body: '<!-- refrain:pattern-9 -->',
  labels: ['refrain'],
  creator: 'someone',
  ...more,
});

describe('ensureIssue', () => {
  it('opens one issue with its label, and leaves it alone the second time', async () => {
    const { tracker, issues, writes } = await startBoard([], nothing);
    const first = await tracker.ensureIssue(wanted, reason, signal);
    expect(first).toEqual({ repository: 'acme/api', number: 1, url: 'https://board.test/1', outcome: 'created' });
    expect(issues[0]).toMatchObject({ title: wanted.title, labels: ['refrain'] });
    expect(await tracker.ensureIssue(wanted, reason, signal)).toEqual({ ...first, outcome: 'unchanged' });
    expect(writes()).toEqual(['POST', 'POST']);
  });

  it('renews only its own section, of a closed issue on a later page too', async () => {
    const body = 'Mine!\r\n<!-- refrain:pattern-1 -->\n<!-- refrain:begin -->\nold\n<!-- refrain:end -->\r\nAnd mine.';
    const issues = [other(1), other(2), other(3, { body, pull_request: {} }), other(4, { body, state: 'closed' })];
    const { tracker, writes } = await startBoard(issues, nothing);
    expect(await tracker.ensureIssue(wanted, reason, signal)).toMatchObject({ number: 4, outcome: 'updated' });
    expect(issues[3]?.body).toBe(body.replace('old', wanted.body));
    expect(writes()).toEqual(['PATCH']);
  });

  it('finds its issue again after people took the label off', async () => {
    const { tracker, issues } = await startBoard([], nothing);
    await tracker.ensureIssue(wanted, reason, signal);
    for (const issue of issues) issue.labels = [];
    expect(await tracker.ensureIssue(wanted, reason, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(issues).toHaveLength(1);
  });

  it('takes the issue of an installation whose data is lost, only where it has none of its own', async () => {
    const lost = other(1, { body: '<!-- refrain:pattern-8 -->\nMine.', labels: [] });
    lost.creator = 'refrain-bot';
    const { tracker, issues, writes } = await startBoard([lost, other(2)], nothing);
    const again = { ...wanted, earlierMarkers: ['pattern-7', 'pattern-8'] };
    expect(await tracker.ensureIssue(again, reason, signal)).toMatchObject({ number: 1, outcome: 'updated' });
    expect(issues[0]?.body).toMatch(/^<!-- refrain:pattern-1 -->\n<!-- refrain:pattern-8 -->\nMine\./u);
    expect(await tracker.ensureIssue(again, reason, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(writes()).toEqual(['PATCH']);

    const own = other(3, { body: '<!-- refrain:pattern-1 -->', labels: [], creator: 'refrain-bot' });
    const both = await startBoard([other(1, { body: '<!-- refrain:pattern-8 -->' }), own], nothing);
    expect(await both.tracker.ensureIssue(again, reason, signal)).toMatchObject({ number: 3, outcome: 'updated' });
  });

  it('knows its issue by number, whoever asks and whatever people did to label and text', async () => {
    const issues = [other(1, { body: 'Rewritten by the team.', labels: [] })];
    const { tracker, writes } = await startBoard(issues, nothing);
    const known = { ...wanted, number: 1 };
    expect(await tracker.ensureIssue(known, reason, signal)).toMatchObject({ number: 1, outcome: 'updated' });
    expect(issues[0]?.body).toBe(
      `<!-- refrain:pattern-1 -->\nRewritten by the team.\n\n<!-- refrain:begin -->\n${wanted.body}\n<!-- refrain:end -->\n`,
    );
    expect(await tracker.ensureIssue(known, reason, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(writes()).toEqual(['PATCH']);
  });

  it('follows its issue to another repository, and writes there', async () => {
    const issues = [other(1), other(2, { labels: [] })];
    const { tracker, writes } = await startBoard(issues, nothing);
    const ensured = await tracker.ensureIssue({ ...wanted, repository: 'acme/old', number: 2 }, reason, signal);
    expect(ensured).toMatchObject({ repository: 'acme/api', number: 2, outcome: 'updated' });
    expect(issues[1]?.body).toContain(wanted.body);
    expect(writes()).toEqual(['PATCH']);
  });

  it.each([404, 410])('opens no second issue when the known one is gone (%i)', async (status) => {
    const { tracker, writes } = await startBoard([], (_method, url) =>
      url.pathname.endsWith('/issues/3') ? { status, body: {} } : undefined,
    );
    const error = await errorFrom(() => tracker.ensureIssue({ ...wanted, number: 3 }, reason, signal));
    expect([error.code, error.message]).toEqual([
      'not_found',
      expect.stringMatching(/acme\/api#3 is gone.*no second/u),
    ]);
    expect(writes()).toEqual([]);
  });

  it('leaves a locked issue alone', async () => {
    const { tracker, writes } = await startBoard([other(1, { locked: true })], nothing);
    const error = await errorFrom(() => tracker.ensureIssue({ ...wanted, number: 1 }, reason, signal));
    expect([error.code, error.message]).toEqual(['conflict', expect.stringMatching(/locked/u)]);
    expect(writes()).toEqual([]);
  });

  it('says so before it creates, and creates nothing when that fails', async () => {
    const { tracker, writes } = await startBoard([], nothing);
    const refuse = () => Promise.reject(new AppError('unavailable', 'not now'));
    expect((await errorFrom(() => tracker.ensureIssue(wanted, reason, signal, refuse))).code).toBe('unavailable');
    expect(writes()).toEqual(['POST']);
  });

  it('opens nothing when it cannot ask whether the issue exists', async () => {
    for (const status of [500, 403]) {
      const { tracker, writes } = await startBoard([], (_method, url) =>
        url.pathname.endsWith('/issues') ? { status, body: { message: 'no' } } : undefined,
      );
      await errorFrom(() => tracker.ensureIssue(wanted, reason, signal));
      expect(writes()).toEqual([]);
    }
  });

  it('never repeats a write without an answer, and finds what it did on the next try', async () => {
    let broken = true;
    const { tracker, issues } = await startBoard([], (method, url) =>
      broken && method === 'POST' && url.pathname.endsWith('/issues') ? null : undefined,
    );
    expect((await errorFrom(() => tracker.ensureIssue(wanted, reason, signal))).code).toBe('provider_unreachable');
    broken = false;
    expect(await tracker.ensureIssue(wanted, reason, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(issues).toHaveLength(1);
  });

  it('follows a repository to its new name', async () => {
    const { tracker, issues } = await startBoard([other(1)], nothing);
    const outcome = await tracker.ensureIssue({ ...wanted, repository: 'acme/old' }, reason, signal);
    expect(outcome).toMatchObject({ number: 2, outcome: 'created' });
    expect(issues).toHaveLength(2);
  });

  it.each([
    ['a repository that is gone', { status: 404, body: {} }, 'not_found', /check the name/],
    ['one without issues', { body: { full_name: 'acme/api', has_issues: false } }, 'conflict', /turned off/],
    ['an archived one', { body: { full_name: 'acme/api', archived: true } }, 'conflict', /another repository/],
  ])('says what to do about %s', async (_name, reply, code, advice) => {
    const { tracker, writes } = await startBoard([], (_method, url) =>
      url.pathname === '/repos/acme/api' ? reply : undefined,
    );
    const error = await errorFrom(() => tracker.ensureIssue(wanted, reason, signal));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
    expect(writes()).toEqual([]);
  });
});

const place = { repository: 'acme/api', number: 1 };

describe('a comment', () => {
  const wantedComment = { marker: 'verdict-1', body: 'It held. <!-- refrain:other -->' };

  it('is written once, also when the answer to it is lost', async () => {
    let broken = true;
    const { tracker, comments } = await startBoard([other(1)], (method, url) =>
      broken && method === 'POST' && url.pathname.endsWith('/comments') ? null : undefined,
    );
    const say = () => tracker.ensureComment(place, wantedComment, reason, signal);
    expect((await errorFrom(say)).code).toBe('provider_unreachable');
    broken = false;
    expect(await say()).toEqual({ url: 'https://board.test/comment/1' });
    expect(comments.map(({ body }) => body)).toEqual([
      '<!-- refrain:verdict-1 -->\nIt held. &lt;!-- refrain:other -->',
    ]);
  });

  it('can be taken back', async () => {
    const { tracker, comments, log } = await startBoard([other(1)], nothing);
    await tracker.ensureComment(place, wantedComment, reason, signal);
    const [{ outcome } = { outcome: null }] = log.written;
    if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
    await tracker.undo('acme/api#1', outcome.undo, reason, signal);
    expect(comments).toEqual([]);
  });
});

describe('the log', () => {
  it('has every write before it leaves, why and by whom, and how it ended', async () => {
    const refused = { status: 403, body: { message: 'no' } };
    const { tracker, log } = await startBoard([], (method, url) =>
      method === 'POST' && url.pathname.endsWith('/issues') ? refused : undefined,
    );
    await errorFrom(() => tracker.ensureIssue(wanted, reason, signal));
    expect(log.written).toMatchObject([
      { action: 'create_label', place: 'acme/api', by: 'a person', outcome: { state: 'done' } },
      { action: 'open_issue', place: 'acme/api', ...reason, outcome: { state: 'refused' } },
    ]);
  });

  it('has what got no answer as not known', async () => {
    const { tracker, log } = await startBoard([], (method, url) =>
      method === 'POST' && url.pathname.endsWith('/issues') ? null : undefined,
    );
    await errorFrom(() => tracker.ensureIssue(wanted, reason, signal));
    expect(log.written.at(-1)).toMatchObject({ action: 'open_issue', outcome: { state: 'unknown' } });
  });

  it('of a dry run shows all of it, and nothing leaves', async () => {
    const { tracker, log, writes } = await startBoard([other(1)], nothing, createTestLog(true));
    expect(await tracker.ensureIssue(wanted, reason, signal)).toBeNull();
    await tracker.ensureIssue({ ...wanted, number: 1 }, reason, signal);
    expect(await tracker.ensureComment(place, { marker: 'm', body: 'text' }, reason, signal)).toBeNull();
    await tracker.turnIssue(place, 'not_planned', reason, signal);
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

describe('opening and closing', () => {
  it('turns the issue once, and back', async () => {
    const { tracker, issues, writes, log } = await startBoard([other(1)], nothing);
    await tracker.turnIssue(place, 'open', reason, signal);
    expect(writes()).toEqual([]);
    await tracker.turnIssue(place, 'not_planned', reason, signal);
    expect(issues[0]).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
    const outcome = log.written[0]?.outcome;
    if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
    await tracker.undo('acme/api#1', outcome.undo, reason, signal);
    expect(issues[0]).toMatchObject({ state: 'open', state_reason: 'reopened' });
  });
});

it('an edit is taken back only while nobody else has edited', async () => {
  const { tracker, issues, log } = await startBoard([other(1)], nothing);
  const before = issues[0]?.body;
  await tracker.ensureIssue({ ...wanted, number: 1 }, reason, signal);
  const outcome = log.written[0]?.outcome;
  if (outcome?.state !== 'done' || outcome.undo === null) throw new Error('It is not in the log');
  const { undo } = outcome;
  const written = issues[0]?.body ?? '';
  Object.assign(issues[0] ?? {}, { body: `${written} and ours` });
  expect((await errorFrom(() => tracker.undo('acme/api#1', undo, reason, signal))).code).toBe('conflict');
  Object.assign(issues[0] ?? {}, { body: written });
  await tracker.undo('acme/api#1', undo, reason, signal);
  expect(issues[0]?.body).toBe(before);
  // By somebody who comes after one that was killed before it noted that.
  await tracker.undo('acme/api#1', undo, reason, signal);
  expect(issues[0]?.body).toBe(before);
});

describe('what a repository says in .github/refrain.yml', () => {
  const file = (text: string): Reply => ({
    body: { content: Buffer.from(text).toString('base64'), encoding: 'base64' },
  });
  const settingsOf = async (reply: Reply, repository: object = { private: true }) => {
    const { tracker } = await startBoard([], (_method, url) => {
      if (url.pathname.includes('/contents/')) return reply;
      return url.pathname === '/repos/acme/api' ? { body: { full_name: 'acme/api', ...repository } } : undefined;
    });
    return tracker.readSettings('acme/api', signal);
  };

  it.each([
    [{ status: 404, body: {} }, null, null],
    [file(''), null, null],
    [file('issues: off\n'), false, null],
    [file('issues: true\nchecks: no\n'), true, false],
  ])('is followed (%#)', async (reply, issues, checks) => {
    expect(await settingsOf(reply)).toEqual({ issues, checks, isPublic: false });
  });

  it.each([{ private: false }, {}])('stands beside who can read there: %j is public', async (repository) => {
    expect((await settingsOf(file(''), repository)).isPublic).toBe(true);
  });

  it.each(['issues: maybe', 'isues: off', '- off', 'a: [', `a: &a [x]\nb: *a`])(
    '%j forbids all writes',
    async (text) => {
      expect(await errorFrom(() => settingsOf(file(text)))).toMatchObject({ code: 'conflict' });
    },
  );

  it('is not taken for absent when GitHub fails', async () => {
    expect((await errorFrom(() => settingsOf({ status: 500, body: {} }))).code).toBe('provider_failed');
  });
});

describe('as a GitHub App', () => {
  it('looks for its issue among those that its bot opened', async () => {
    const desk = createTokenDesk();
    const issue = { number: 3, body: '<!-- refrain:pattern-1 -->', labels: [], creator: 'refrain-acme[bot]' };
    const server = await startTestServer((asked) => {
      const token = desk(asked);
      if (token) return token;
      if (asked.url.pathname === '/app') return { body: { slug: 'refrain-acme' } };
      if (asked.url.pathname === '/repos/acme/api') return { body: { full_name: 'acme/api' } };
      if (asked.method === 'PATCH') return { body: shown(issue) };
      const creator = asked.url.searchParams.get('creator');
      return { body: creator === issue.creator ? [shown(issue)] : [] };
    });
    servers.push(server);
    const tracker = createGitHubIssueTracker({ baseUrl: server.url }, testAppCredential, createTestLog(), {
      retryAfterMs: 1,
    });
    expect(await tracker.ensureIssue(wanted, reason, signal)).toMatchObject({ number: 3, outcome: 'updated' });
    expect(server.asked.at(-1)?.headers.authorization).toBe('token ghs_1');
  });
});
