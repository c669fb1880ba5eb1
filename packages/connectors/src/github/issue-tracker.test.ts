import { AppError } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { errorFrom, type Reply, startTestServer, type TestServer } from '../testing.ts';
import { createGitHubIssueTracker } from './issue-tracker.ts';
import { createTokenDesk, testAppCredential } from './testing.ts';

interface StoredIssue {
  number: number;
  body: string;
  labels: string[];
  creator: string;
  locked?: boolean;
  pull_request?: object;
}

const signal = new AbortController().signal;
const servers: TestServer[] = [];
let tokens = 0;

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A board in memory. `intercept` answers in its place, or breaks off after the board has done its work. */
async function startBoard(issues: StoredIssue[], intercept: (method: string, url: URL) => Reply | null | undefined) {
  const labels = new Set<string>();
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
    const matching = issues.filter(
      (issue) => (!label_ || issue.labels.includes(label_)) && (!creator || issue.creator === creator),
    );
    const page = Number(url.searchParams.get('page') ?? 1);
    const link = `<${server.url}${url.pathname}?labels=${label_ ?? ''}&page=${page + 1}>; rel="next"`;
    return {
      body: matching.slice(page * 2 - 2, page * 2).map(shown),
      headers: matching.length > page * 2 ? { link } : {},
    };
  }

  tokens += 1;
  const tracker = createGitHubIssueTracker({ baseUrl: server.url }, `token-${tokens}`, { retryAfterMs: 1 });
  const writes = () => server.asked.filter((asked) => asked.method !== 'GET').map((asked) => asked.method);
  return { tracker, issues, writes };
}

function shown(issue: StoredIssue): object {
  return {
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
  title: 'Bound the pool',
  body: 'What keeps failing',
  labels: ['refrain'],
};
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
    const first = await tracker.ensureIssue(wanted, signal);
    expect(first).toEqual({ repository: 'acme/api', number: 1, url: 'https://board.test/1', outcome: 'created' });
    expect(issues[0]).toMatchObject({ title: wanted.title, labels: ['refrain'] });
    expect(await tracker.ensureIssue(wanted, signal)).toEqual({ ...first, outcome: 'unchanged' });
    expect(writes()).toEqual(['POST', 'POST']);
  });

  it('renews only its own section, of a closed issue on a later page too', async () => {
    const body = 'Mine!\r\n<!-- refrain:pattern-1 -->\n<!-- refrain:begin -->\nold\n<!-- refrain:end -->\r\nAnd mine.';
    const issues = [other(1), other(2), other(3, { body, pull_request: {} }), other(4, { body })];
    const { tracker, writes } = await startBoard(issues, nothing);
    expect(await tracker.ensureIssue(wanted, signal)).toMatchObject({ number: 4, outcome: 'updated' });
    expect(issues[3]?.body).toBe(body.replace('old', wanted.body));
    expect(writes()).toEqual(['PATCH']);
  });

  it('finds its issue again after people took the label off', async () => {
    const { tracker, issues } = await startBoard([], nothing);
    await tracker.ensureIssue(wanted, signal);
    for (const issue of issues) issue.labels = [];
    expect(await tracker.ensureIssue(wanted, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(issues).toHaveLength(1);
  });

  it('knows its issue by number, whoever asks and whatever people did to label and text', async () => {
    const issues = [other(1, { body: 'Rewritten by the team.', labels: [] })];
    const { tracker, writes } = await startBoard(issues, nothing);
    const known = { ...wanted, number: 1 };
    expect(await tracker.ensureIssue(known, signal)).toMatchObject({ number: 1, outcome: 'updated' });
    expect(issues[0]?.body).toBe(
      `<!-- refrain:pattern-1 -->\nRewritten by the team.\n\n<!-- refrain:begin -->\n${wanted.body}\n<!-- refrain:end -->\n`,
    );
    expect(await tracker.ensureIssue(known, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(writes()).toEqual(['PATCH']);
  });

  it('follows its issue to another repository, and writes there', async () => {
    const issues = [other(1), other(2, { labels: [] })];
    const { tracker, writes } = await startBoard(issues, nothing);
    const ensured = await tracker.ensureIssue({ ...wanted, repository: 'acme/old', number: 2 }, signal);
    expect(ensured).toMatchObject({ repository: 'acme/api', number: 2, outcome: 'updated' });
    expect(issues[1]?.body).toContain(wanted.body);
    expect(writes()).toEqual(['PATCH']);
  });

  it.each([404, 410])('opens no second issue when the known one is gone (%i)', async (status) => {
    const { tracker, writes } = await startBoard([], (_method, url) =>
      url.pathname.endsWith('/issues/3') ? { status, body: {} } : undefined,
    );
    const error = await errorFrom(() => tracker.ensureIssue({ ...wanted, number: 3 }, signal));
    expect([error.code, error.message]).toEqual([
      'not_found',
      expect.stringMatching(/acme\/api#3 is gone.*no second/u),
    ]);
    expect(writes()).toEqual([]);
  });

  it('leaves a locked issue alone', async () => {
    const { tracker, writes } = await startBoard([other(1, { locked: true })], nothing);
    const error = await errorFrom(() => tracker.ensureIssue({ ...wanted, number: 1 }, signal));
    expect([error.code, error.message]).toEqual(['conflict', expect.stringMatching(/locked/u)]);
    expect(writes()).toEqual([]);
  });

  it('says so before it creates, and creates nothing when that fails', async () => {
    const { tracker, writes } = await startBoard([], nothing);
    const refuse = () => Promise.reject(new AppError('unavailable', 'not now'));
    expect((await errorFrom(() => tracker.ensureIssue(wanted, signal, refuse))).code).toBe('unavailable');
    expect(writes()).toEqual(['POST']);
  });

  it('opens nothing when it cannot ask whether the issue exists', async () => {
    for (const status of [500, 403]) {
      const { tracker, writes } = await startBoard([], (_method, url) =>
        url.pathname.endsWith('/issues') ? { status, body: { message: 'no' } } : undefined,
      );
      await errorFrom(() => tracker.ensureIssue(wanted, signal));
      expect(writes()).toEqual([]);
    }
  });

  it('never repeats a write without an answer, and finds what it did on the next try', async () => {
    let broken = true;
    const { tracker, issues } = await startBoard([], (method, url) =>
      broken && method === 'POST' && url.pathname.endsWith('/issues') ? null : undefined,
    );
    expect((await errorFrom(() => tracker.ensureIssue(wanted, signal))).code).toBe('provider_unreachable');
    broken = false;
    expect(await tracker.ensureIssue(wanted, signal)).toMatchObject({ number: 1, outcome: 'unchanged' });
    expect(issues).toHaveLength(1);
  });

  it('follows a repository to its new name', async () => {
    const { tracker, issues } = await startBoard([other(1)], nothing);
    const outcome = await tracker.ensureIssue({ ...wanted, repository: 'acme/old' }, signal);
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
    const error = await errorFrom(() => tracker.ensureIssue(wanted, signal));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
    expect(writes()).toEqual([]);
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
    const tracker = createGitHubIssueTracker({ baseUrl: server.url }, testAppCredential, { retryAfterMs: 1 });
    expect(await tracker.ensureIssue(wanted, signal)).toMatchObject({ number: 3, outcome: 'updated' });
    expect(server.asked.at(-1)?.headers.authorization).toBe('token ghs_1');
  });
});
