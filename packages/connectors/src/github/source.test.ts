import { inspect } from 'node:util';
import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { captureAppError, type Reply } from '../testing.ts';
import { createGitHubSource } from './source.ts';
import { createGitHubTestServers, testToken as token } from './testing.ts';

const signal = new AbortController().signal;
const { sourceOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const repository = (name: string, more: object = {}) => ({ id: name.length, full_name: `acme/${name}`, ...more });

describe('listStreams', () => {
  it('lists the streams of each repository in scope, and excludes forks by default', async () => {
    const { source } = await sourceOn(() => ({
      body: [repository('web'), repository('api'), repository('copy', { fork: true })],
    }));
    expect(await source.listStreams(defaultConnectionScope, signal)).toEqual(
      ['commits', 'deployments', 'issues', 'pulls', 'runs'].flatMap((kind) => [`${kind}:acme/api`, `${kind}:acme/web`]),
    );
    const some = await source.listStreams({ ...defaultConnectionScope, repositories: ['acme/c*', '*/API'] }, signal);
    expect(some.filter((stream) => stream.startsWith('pulls:'))).toEqual(['pulls:acme/api', 'pulls:acme/copy']);
  });

  it('lists streams of runs, issues and post-mortems only if the scope selects them and the repository has them', async () => {
    const { source } = await sourceOn(() => ({ body: [repository('api', { has_issues: false }), repository('Docs')] }));
    const chosen = {
      ...defaultConnectionScope,
      workflows: [],
      postmortemFolders: ['acme/docs:incidents', 'acme/docs:old', 'acme/gone'],
    };
    const streams = await source.listStreams(chosen, signal);
    expect(streams.filter((stream) => /^(?:runs|issues|postmortems)/u.test(stream))).toEqual([
      'issues:acme/Docs',
      'postmortems:acme/Docs',
      'postmortems:acme/gone',
    ]);
    const elsewhere = await source.listStreams({ ...chosen, repositories: ['acme/api'] }, signal);
    expect(elsewhere.filter((stream) => stream.startsWith('postmortems'))).toEqual([
      'postmortems:acme/Docs',
      'postmortems:acme/gone',
    ]);
    const none = await source.listStreams({ ...defaultConnectionScope, incidentLabels: [] }, signal);
    expect(none.filter((stream) => stream.startsWith('issues'))).toEqual([]);
    const wrong = { ...defaultConnectionScope, postmortemFolders: ['just a folder'] };
    expect((await captureAppError(() => source.listStreams(wrong, signal))).code).toBe('invalid_input');
  });

  it('lists the repositories of a user if no organisation has the name', async () => {
    const { source } = await sourceOn(({ url }) =>
      url.pathname === '/user/repos'
        ? { body: [repository('mine'), { id: 99, full_name: 'other/theirs' }] }
        : { status: 404, body: { message: 'Not Found' } },
    );
    expect(await source.listStreams(defaultConnectionScope, signal)).toHaveLength(5);
  });
});

describe('pull', () => {
  const listed = (number: number, updated: string, more: object = {}) => ({
    number,
    title: `Change ${number}`,
    updated_at: updated,
    merged_at: updated,
    head: { ref: 'topic', repo: { big: true } },
    ...more,
  });

  it('a backfill follows the Link header, estimates the total, and stops at the first pull request before the start', async () => {
    const pages: Record<string, object[]> = {
      '1': [listed(4, '2024-05-04T00:00:00Z'), listed(3, '2024-05-03T00:00:00Z')],
      '2': [listed(2, '2024-05-02T00:00:00Z'), listed(1, '2024-04-01T00:00:00Z')],
    };
    const { server, source } = await sourceOn(({ url, headers }) => {
      const page = url.searchParams.get('page') ?? '1';
      const link = (number: number, rel: string) =>
        `<http://${headers.host}/repositories/7/pulls?state=closed&page=${number}>; rel="${rel}"`;
      const links = page === '1' ? { link: `${link(2, 'next')}, ${link(3, 'last')}` } : { link: link(3, 'next') };
      return { body: pages[page], headers: links };
    });
    const request = { stream: 'pulls:acme/api', cursor: null, since: '2024-05-01T00:00:00.000Z' };
    const first = await source.pull(request, signal);
    expect(first.records.map((record) => record.deliveryKey)).toEqual([
      'pull/acme/api/4/2024-05-04T00:00:00Z',
      'pull/acme/api/3/2024-05-03T00:00:00Z',
    ]);
    expect(first.expected).toBe(300);
    expect(JSON.stringify(first.records)).not.toContain('big');
    const second = await source.pull({ ...request, cursor: first.next }, signal);
    expect(second.records).toHaveLength(1);
    expect(second.next).toBeNull();
    expect(second.expected).toBe(101);
    expect(server.requests[1]?.url.pathname).toBe('/repositories/7/pulls');
    expect(server.requests[0]?.headers.authorization).toBe(`token ${token}`);
    expect(server.requests).toHaveLength(2);
  });

  it('rejects a next page on another origin, in a Link header and in a cursor', async () => {
    const { server, source } = await sourceOn(() => ({
      body: [],
      headers: { link: '<https://elsewhere.test/steal?page=2>; rel="next"' },
    }));
    const request = { stream: 'commits:acme/api', cursor: null, since: null };
    expect((await captureAppError(() => source.pull(request, signal))).code).toBe('provider_unexpected');
    const cursor = 'https://elsewhere.test/steal?page=2';
    expect((await captureAppError(() => source.pull({ ...request, cursor }, signal))).code).toBe('invalid_input');
    expect(server.requests).toHaveLength(1);
  });

  it('requests changed files only for possible reverts', async () => {
    const commit = (sha: string, message: string) => ({ sha, commit: { message }, parents: [] });
    const { server, source } = await sourceOn(({ url }) => {
      if (url.pathname.endsWith('/commits')) {
        return { body: [commit('a'.repeat(40), 'Add cache'), commit('b'.repeat(40), 'Revert "Add cache"')] };
      }
      return { body: { files: [{ filename: 'src/cache.ts' }] } };
    });
    const page = await source.pull({ stream: 'commits:acme/api', cursor: null, since: null }, signal);
    expect(page.records.map((record) => 'files' in (record.payload as { commit: object }).commit)).toEqual([
      false,
      true,
    ]);
    expect(page.expected).toBe(2);
    expect(server.requests).toHaveLength(2);
  });

  it('reads all deployment statuses, also of deployments that were created up to a day before `since`', async () => {
    const { source } = await sourceOn(({ url }) =>
      url.pathname.endsWith('/statuses')
        ? { body: [{ id: 9, state: 'success', created_at: '2024-05-01T01:00:00Z' }] }
        : {
            body: [
              { id: 3, sha: 'c', created_at: '2024-05-01T00:00:00Z' },
              { id: 2, sha: 'b', created_at: '2024-04-30T01:00:00Z' },
              { id: 1, sha: 'a', created_at: '2024-04-29T00:00:00Z' },
            ],
          },
    );
    const since = '2024-05-01T00:00:00.000Z';
    const page = await source.pull({ stream: 'deployments:acme/api', cursor: null, since }, signal);
    expect(page.records.map((record) => record.deliveryKey)).toEqual([
      'deployment/acme/api/3/1/2024-05-01T01:00:00Z',
      'deployment/acme/api/2/1/2024-05-01T01:00:00Z',
    ]);
    expect(page).toMatchObject({ next: null, expected: 2 });
  });

  it('returns an empty page for an empty repository', async () => {
    const { source } = await sourceOn(() => ({ status: 409, body: { message: 'Git Repository is empty.' } }));
    const page = await source.pull({ stream: 'commits:acme/new', cursor: null, since: null }, signal);
    expect(page).toMatchObject({ records: [], next: null, expected: 0 });
  });

  it('retries a read after a 5xx and a broken connection', async () => {
    const replies: (Reply | null)[] = [{ status: 502, body: 'bad gateway' }, null, { body: [] }];
    const { server, source } = await sourceOn(() => replies.shift() ?? null);
    const page = await source.pull({ stream: 'commits:acme/api', cursor: null, since: null }, signal);
    expect(page.records).toEqual([]);
    expect(server.requests).toHaveLength(3);
  });

  it('rejects an unknown stream', async () => {
    const { source } = await sourceOn(() => ({}));
    for (const stream of ['incidents', 'pulls:acme/../admin', 'pulls:acme']) {
      expect((await captureAppError(() => source.pull({ stream, cursor: null, since: null }, signal))).code).toBe(
        'invalid_input',
      );
    }
  });
});

describe('verify', () => {
  it('verify returns the account, repositories, budget and missing permissions', async () => {
    const { source } = await sourceOn(({ url }) => {
      if (url.pathname === '/user') return { body: { login: 'bot' } };
      if (url.pathname === '/orgs/acme/repos') return { body: [{ id: 1, full_name: 'Acme/api' }] };
      if (url.pathname === '/rate_limit') {
        return { body: { resources: { core: { limit: 5000, remaining: 4990, reset: 1_700_000_000 } } } };
      }
      if (url.pathname.endsWith('/deployments')) return { status: 403, body: { message: 'Resource not accessible' } };
      return { body: [] };
    });
    expect(await source.verify(signal)).toEqual({
      account: 'Acme',
      visible: ['Acme/api'],
      missing: [{ permission: 'Deployments: read', costs: 'failed deployments' }],
      budget: { limit: 5000, remaining: 4990, resetsAt: '2023-11-14T22:13:20.000Z' },
      respondedAt: expect.stringMatching(/^20\d\d-/u),
    });
  });

  it("returns the account name in GitHub's spelling, or as entered if GitHub does not know the account", async () => {
    const spelledBy = async (owner: Reply) => {
      const { source } = await sourceOn(({ url }) => {
        if (url.pathname === '/users/acme') return owner;
        return url.pathname === '/orgs/acme/repos' ? { body: [] } : { status: 404, body: {} };
      });
      return (await source.verify(signal)).account;
    };
    expect(await spelledBy({ body: { login: 'AcMe' } })).toBe('AcMe');
    expect(await spelledBy({ status: 404, body: { message: 'Not Found' } })).toBe('acme');
  });

  it('reads the scopes of a classic token, and reports the budget as unknown if GitHub sends none', async () => {
    const { source } = await sourceOn(({ url }) => {
      if (url.pathname === '/user')
        return { body: { login: 'bot' }, headers: { 'x-oauth-scopes': 'public_repo, gist' } };
      if (url.pathname === '/orgs/acme/repos') return { body: [repository('api')] };
      return url.pathname === '/rate_limit' ? { status: 404, body: {} } : { body: [] };
    });
    const health = await source.verify(signal);
    expect(health.budget).toBeNull();
    expect(health.missing).toEqual([{ permission: 'scope repo', costs: 'private repositories' }]);
  });
});

describe('GitHub errors', () => {
  const reset = String(Math.floor(Date.now() / 1_000) + 1_800);
  const cases: [string, Reply | null, string, RegExp][] = [
    ['a wrong token', { status: 401, body: { message: token } }, 'credential_rejected', /create a new one/],
    [
      'a missing permission',
      { status: 403, body: { message: 'Resource not accessible' } },
      'permission_missing',
      /403/,
    ],
    ['an unknown name', { status: 404, body: {} }, 'not_found', /check the name/],
    ['HTML', { body: `<html>${token}</html>` }, 'provider_unexpected', /base URL/],
    ['JSON of another form', { body: { hello: 1 } }, 'provider_unexpected', /documented form/],
    ['a failing server', { status: 500, body: `<h1>${token}</h1>` }, 'provider_failed', /try again later/],
    ['no answer', null, 'provider_unreachable', /check the address and the network/],
    ['429', { status: 429, headers: { 'retry-after': '120' }, body: {} }, 'rate_limited', /in 120 s/],
    [
      'the primary limit',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body: {} },
      'rate_limited',
      /in 1(79\d|80\d) s/,
    ],
    [
      'the secondary limit',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      'rate_limited',
      /in 60 s/,
    ],
  ];

  it.each(cases)('reports %s in one line with advice and without the token', async (_name, reply, code, advice) => {
    const { source } = await sourceOn(() => reply);
    const error = await captureAppError(() =>
      source.pull({ stream: 'pulls:acme/api', cursor: null, since: null }, signal),
    );
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
    expect(error.message).not.toContain('\n');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(token);
  });

  it('names the unreachable host after a few retries', async () => {
    const source = createGitHubSource(
      { account: 'acme', baseUrl: 'http://127.0.0.1:1', scope: defaultConnectionScope },
      token,
      {
        retryAfterMs: 1,
      },
    );
    const error = await captureAppError(() => source.verify(signal));
    expect(error.code).toBe('provider_unreachable');
    expect(error.message).toContain('http://127.0.0.1:1');
    expect(inspect(error, { depth: 20 })).not.toContain(token);
  });

  it('a source stops its requests when the caller aborts', async () => {
    const { source } = await sourceOn(() => ({ body: [] }));
    expect((await captureAppError(() => source.verify(AbortSignal.abort()))).code).toBe('unavailable');
    const { source: silent } = await sourceOn(() => 'hang');
    expect((await captureAppError(() => silent.verify(AbortSignal.timeout(50)))).code).toBe('unavailable');
  });

  it('createGitHubSource rejects an invalid API URL', () => {
    for (const baseUrl of ['ftp://x', 'nonsense', `https://user:${token}@host`]) {
      expect(() => createGitHubSource({ account: 'acme', baseUrl, scope: defaultConnectionScope }, token, {})).toThrow(
        /http\(s\) URL/,
      );
    }
  });
});
