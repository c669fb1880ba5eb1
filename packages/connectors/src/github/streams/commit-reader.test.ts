import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReceivedRequest, Reply } from '../../testing.ts';
import { createGitHubTestServers } from '../testing.ts';
import { commitReader } from './commit-reader.ts';

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const root = '/repos/acme/api';
const since = '2024-05-01T00:00:00.000Z';
const sha = (digit: string) => digit.repeat(40);
const keyOf = (digit: string) => `commit/acme/api/${sha(digit)}`;
const commit = (digit: string, parents: string, date = '2024-05-01T10:00:00Z') => ({
  sha: sha(digit),
  parents: [...parents].map((parent) => ({ sha: sha(parent) })),
  commit: { message: 'Change', committer: { date } },
});
const validator = JSON.stringify({ etag: '"former"', head: sha('b') });
const old = '2024-01-01T10:00:00Z';

/** Creates a source for a list of two pages. `page` is the first page, and `compare` responds to comparisons. */
async function streamOn(
  page: object[],
  compare: (asked: ReceivedRequest) => Reply = () => ({ status: 404, body: {} }),
) {
  const { client, server } = await clientOn((asked) => {
    const { url, headers } = asked;
    if (url.pathname.startsWith(`${root}/compare/`)) return compare(asked);
    if (url.searchParams.has('page')) return { body: [commit('d', 'e')] };
    const link = `<http://${headers.host}${root}/commits?page=2>; rel="next"`;
    return { body: page, headers: { link, etag: '"present"' } };
  });
  const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
  const pull = (cursor: string | null, known: string, more: object = {}) =>
    commitReader.pull(context, {
      stream: 'commits:acme/api',
      cursor,
      since,
      validator,
      findKnown: async (keys) => new Set(keys.filter((key) => [...known].map(keyOf).includes(key))),
      ...more,
    });
  const asked = () => server.requests.map(({ url }) => url.pathname.slice(root.length) + url.search);
  return { pull, asked };
}
const keys = ({ records }: { records: readonly { deliveryKey: string }[] }) =>
  records.map(({ deliveryKey }) => deliveryKey);
const comparison = `/compare/${sha('b')}...${sha('a')}?per_page=100`;

describe('a sync of commits', () => {
  it('a sync takes one request if all new commits are on the first page', async () => {
    const { pull, asked } = await streamOn([commit('a', 'f'), commit('f', 'b'), commit('b', 'c')]);
    const page = await pull(null, 'bc');
    expect(keys(page)).toEqual(['a', 'f'].map(keyOf));
    expect(page).toMatchObject({ next: null, expected: 2 });
    expect(JSON.parse(page.validator ?? '')).toEqual({ etag: '"present"', head: sha('a') });
    expect(asked()).toEqual(['/commits?per_page=100']);
  });

  it('treats the previous head as stored, because a backfill may have skipped it as too old', async () => {
    const { pull, asked } = await streamOn([commit('a', 'b'), commit('b', 'c', old)]);
    expect(keys(await pull(null, ''))).toEqual([keyOf('a')]);
    expect(asked()).toHaveLength(1);
  });

  it('finds the old commits of a newly merged branch', async () => {
    const { pull, asked } = await streamOn([commit('a', 'b1'), commit('b', 'c')], () => ({
      body: { total_commits: 3, commits: [commit('2', 'c', old), commit('1', '2', old), commit('a', 'b1')] },
    }));
    const page = await pull(null, 'bc');
    expect(keys(page).sort()).toEqual(['1', '2', 'a'].map(keyOf));
    expect(page).toMatchObject({ next: null, expected: 3 });
    expect(asked()).toEqual(['/commits?per_page=100', comparison]);
  });

  it('continues with further pages of a comparison instead of the commit list', async () => {
    const { pull, asked } = await streamOn([commit('a', 'b1'), commit('b', 'c')], ({ url, headers }) => {
      const link = `<http://${headers.host}${url.pathname}?per_page=100&page=2>; rel="next"`;
      if (url.searchParams.has('page')) return { body: { commits: [commit('1', '2', old), commit('a', 'b1')] } };
      return { body: { commits: [commit('2', 'c', old)] }, headers: { link } };
    });
    const first = await pull(null, 'bc');
    expect(keys(first)).toEqual(['a', '2'].map(keyOf));
    const second = await pull(first.next, 'abc2');
    expect(keys(second)).toEqual([keyOf('1')]);
    expect(second.next).toBeNull();
    expect(asked()).toEqual(['/commits?per_page=100', comparison, `${comparison}&page=2`]);
  });

  it.each([
    ['the former head no longer exists', 404, {}],
    ['GitHub cannot make the comparison', 500, {}],
    ['an independent history was merged', 200, { rel: 'last', page: 101 }],
  ])(
    'reads the commit list down to stored commits if %s',
    async (_name, status, { rel, page }: { rel?: string; page?: number }) => {
      const { pull, asked } = await streamOn([commit('a', 'b1'), commit('b', 'c')], ({ url, headers }) => ({
        status,
        body: { commits: [commit('2', 'c', old)] },
        headers: rel ? { link: `<http://${headers.host}${url.pathname}?page=${page}>; rel="${rel}"` } : {},
      }));
      const first = await pull(null, 'bc');
      expect(keys(first)).toEqual([keyOf('a')]);
      expect(first.next).toMatch(/\/commits\?page=2$/u);
      expect(await pull(first.next, 'abcd')).toMatchObject({ records: [], next: null });
      expect(asked().filter((path) => path !== comparison)).toEqual(['/commits?per_page=100', '/commits?page=2']);
    },
  );

  it.each([null, '"former"', '{"etag":null,"head":"../../user"}'])(
    'reads the commit list down to stored commits if the validator is %j',
    async (left) => {
      const { pull, asked } = await streamOn([commit('a', 'b1'), commit('b', 'c')]);
      expect((await pull(null, 'bc', { validator: left })).next).not.toBeNull();
      expect(asked()).toEqual(['/commits?per_page=100']);
    },
  );
});
