import { randomUUID } from 'node:crypto';
import type { IntendedWrite, WriteOutcome } from '@refrain/domain';
import { onTestFinished } from 'vitest';
import { type Reply, startTestServer, type TestServer } from '../../testing.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import { permissiveRequestLimits } from '../testing.ts';
import { createGitHubIssueTracker } from './issue-tracker.ts';

export interface TestServerIssue {
  number: number;
  body: string;
  labels: string[];
  creator: string;
  state?: string;
  state_reason?: string;
  locked?: boolean;
  pull_request?: object;
}

export const neverAbortedSignal: AbortSignal = new AbortController().signal;

interface LoggedWrite extends IntendedWrite {
  readonly id: string;
  outcome: WriteOutcome | null;
}

export function createTestWriteLog(isDryRun = false): WriteLog & { readonly written: LoggedWrite[] } {
  const written: LoggedWrite[] = [];
  return {
    written,
    async begin(write) {
      const id = `${written.length}`;
      written.push({ ...write, id, outcome: null });
      return isDryRun ? null : id;
    },
    async complete(id, outcome) {
      const write = written.find((one) => one.id === id);
      if (write !== undefined) write.outcome = outcome;
    },
  };
}

/**
 * Starts a server that imitates GitHub issues in memory.
 * @param intercept may return a different response; null breaks the connection after the request was carried out
 */
export async function startIssueServer(
  issues: TestServerIssue[],
  intercept: (method: string, url: URL) => Reply | null | undefined,
  log = createTestWriteLog(),
) {
  const labels = new Set<string>();
  const comments: { id: number; body: string; html_url: string }[] = [];
  const server: TestServer = await startTestServer(({ method, url, body }) => {
    const reply = carryOut(method, url, body);
    const other = intercept(method, url);
    return other === undefined ? reply : other;
  });
  onTestFinished(() => server.close());

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
      return issue ? { body: formatTestServerIssue(issue) } : { status: 404, body: {} };
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
      return { status: 201, body: formatTestServerIssue(issue) };
    }
    if (method === 'PATCH') {
      const issue = issues.find((each) => each.number === Number(url.pathname.split('/').at(-1)));
      Object.assign(issue ?? {}, JSON.parse(body));
      return { body: formatTestServerIssue(issue as TestServerIssue) };
    }
    const [label_, creator] = [url.searchParams.get('labels'), url.searchParams.get('creator')];
    // As on GitHub, only open issues are listed by default.
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
      body: matching.slice(page * 2 - 2, page * 2).map(formatTestServerIssue),
      headers: matching.length > page * 2 ? { link } : {},
    };
  }

  const tracker = createGitHubIssueTracker({ baseUrl: server.url }, `token-${randomUUID()}`, log, {
    retryAfterMs: 1,
    limits: permissiveRequestLimits,
  });
  const writes = () => server.requests.filter((request) => request.method !== 'GET').map((request) => request.method);
  return { tracker, issues, comments, writes, log };
}

export function formatTestServerIssue(issue: TestServerIssue): object {
  return {
    state: 'open',
    ...issue,
    repository_url: 'https://board.test/repos/acme/api',
    html_url: `https://board.test/${issue.number}`,
  };
}

export const neverInterceptRequest = () => undefined;
export const exampleIssue = {
  repository: 'acme/api',
  number: null,
  marker: 'pattern-1',
  earlierMarkers: [],
  earlierTitles: [],
  title: 'Bound the pool',
  body: 'What keeps failing',
  label: { name: 'refrain', description: 'A systemic fix' },
  responseLabels: [],
};
export const testWriteReason = { why: 'It recurs', by: 'a person' };
export const createUnrelatedIssue = (number: number, more: object = {}): TestServerIssue => ({
  number,
  body: '<!-- refrain:pattern-9 -->',
  labels: ['refrain'],
  creator: 'someone',
  ...more,
});
export const testIssueLocation = { repository: 'acme/api', number: 1 };
