import { afterEach, expect, test } from 'vitest';
import { createGitHubTestServers } from '../testing.ts';
import { trackIssue } from './track-issue.ts';

const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

interface World {
  readonly issue?: object;
  readonly comments?: readonly object[];
  readonly timeline?: readonly object[];
  /** Pull requests that GraphQL returns; null if GraphQL is unavailable. */
  readonly linked?: readonly (object | null)[] | null;
}

async function track({ issue = {}, comments = [], timeline = [], linked = null }: World, lastCommentId = 0) {
  const { client, server } = await clientOn(({ url }) => {
    if (url.pathname.endsWith('/graphql')) {
      const node = { closedByPullRequestsReferences: { nodes: linked } };
      return linked === null ? { status: 404, body: {} } : { body: { data: { nodes: [node] } } };
    }
    if (url.pathname.endsWith('/comments')) return { body: comments };
    if (url.pathname.endsWith('/timeline')) return { body: timeline };
    return {
      body: {
        number: 7,
        html_url: 'https://x.example/7',
        state: 'open',
        comments: comments.length,
        node_id: 'I_7',
        repository_url: 'https://x.example/repos/acme/api',
        labels: [{ name: 'refrain' }, 'bug'],
        ...issue,
      },
    };
  });
  return { tracked: await trackIssue(client, { repository: 'acme/old', number: 7 }, lastCommentId), server };
}

function naming(title: string, body: string, more: object = {}) {
  const issue = { number: 9, html_url: 'https://x.example/pull/9', state: 'closed', title, body };
  const pull_request = { merged_at: '2026-03-01T00:00:00Z' };
  return { event: 'cross-referenced', source: { type: 'issue', issue: { ...issue, pull_request, ...more } } };
}

test('returns the location, state, labels and assignment of an issue', async () => {
  const { tracked } = await track({
    issue: { state: 'closed', state_reason: 'not_planned', closed_at: '2026-03-02T00:00:00Z', assignees: [{}] },
  });
  expect(tracked).toEqual({
    repository: 'acme/api',
    number: 7,
    url: 'https://x.example/7',
    state: 'not_planned',
    isAssigned: true,
    closedAt: '2026-03-02T00:00:00.000Z',
    labels: ['refrain', 'bug'],
    pulls: [],
    comments: [],
  });
});

test.each([
  ['Bound it', 'Fixes #7', true],
  ['Fix: resolves acme/api#7', '', true],
  ['Bound it', 'Closed https://x.example/acme/api/issues/7.', true],
  ['Bound it', 'See #7', false],
  ['Bound it', 'Fixes #77', false],
  ['Bound it', 'prefixes #7', false],
  ['Bound it', 'Fixes acme/web#7', false],
])('a pull request with the title %j and the text %j closes the issue: %j', async (title, body, closes) => {
  const { tracked } = await track({ timeline: [{ event: 'labeled' }, naming(title, body)] });
  expect(tracked?.pulls).toEqual([
    {
      repository: 'acme/api',
      number: 9,
      url: 'https://x.example/pull/9',
      closes,
      isOpen: false,
      mergedAt: '2026-03-01T00:00:00.000Z',
    },
  ]);
});

test('rejects an issue whose URL is not HTTP(S), and omits a pull request with such a URL', async () => {
  const html_url = 'javascript:alert(1)';
  await expect(track({ issue: { html_url } })).rejects.toMatchObject({ code: 'provider_unexpected' });
  const { tracked } = await track({ timeline: [naming('Fixes #7', '', { html_url }), naming('Fixes #7', '')] });
  expect(tracked?.pulls.map(({ url }) => url)).toEqual(['https://x.example/pull/9']);
});

test('a pull request in another repository closes an issue only if it names owner and repository, and mentions in other issues are ignored', async () => {
  const elsewhere = { repository_url: 'https://x.example/repos/acme/web' };
  const { tracked } = await track({
    timeline: [naming('', 'Fixes #7', elsewhere), naming('', 'x', { pull_request: undefined })],
  });
  expect(tracked?.pulls.map(({ closes, repository }) => [repository, closes])).toEqual([['acme/web', false]]);
});

test('ignores pull requests in repositories of other owners', async () => {
  const from = (repository: string) => ({ repository_url: `https://x.example/repos/${repository}` });
  const timeline = [
    naming('Fixes acme/api#7', '', from('stranger/api')),
    naming('Fixes acme/api#7', '', from('ACME/web')),
  ];
  const { tracked } = await track({ timeline });
  expect(tracked?.pulls.map(({ repository }) => repository)).toEqual(['ACME/web']);
});

test('lists the comments after the last one that was read, and whether each author may decide on the fix', async () => {
  const comment = (id: number, body: string, author_association = 'MEMBER') => ({
    id,
    body,
    author_association,
    html_url: `https://x.example/c${id}`,
    created_at: '2026-03-01T00:00:00Z',
  });
  const comments = [
    comment(3, 'three', 'NONE'),
    comment(1, 'one'),
    comment(2, 'two'),
    comment(4, '<!-- refrain:reply-2 -->'),
  ];
  const { tracked } = await track({ comments }, 1);
  expect(tracked?.comments.map(({ text, mayDecide }) => [text, mayDecide])).toEqual([
    ['two', true],
    ['three', false],
  ]);
});

test('does not request comments if there are none', async () => {
  const { server } = await track({});
  expect(server.requests.map(({ url }) => url.pathname.split('/').at(-1))).toEqual(['7', 'timeline']);
});

const linkedByHand = {
  number: 9,
  url: 'https://x.example/pull/9',
  state: 'MERGED',
  mergedAt: '2026-03-01T00:00:00Z',
  repository: { nameWithOwner: 'acme/api' },
};

test('lists a pull request once if it was linked by hand and also names the issue', async () => {
  const timeline = [{ event: 'connected' }, naming('Bound it', 'See #7')];
  const { tracked } = await track({ timeline, linked: [linkedByHand, null, { ...linkedByHand, number: 10 }] });
  expect(tracked?.pulls.map(({ number, closes, mergedAt }) => [number, closes, mergedAt])).toEqual([
    [9, true, '2026-03-01T00:00:00.000Z'],
    [10, true, '2026-03-01T00:00:00.000Z'],
  ]);
});

test('lists the pull requests that name the issue if GraphQL is unavailable', async () => {
  const { tracked } = await track({ timeline: [{ event: 'connected' }, naming('Bound it', 'Fixes #7')] });
  expect(tracked?.pulls.map(({ number, closes }) => [number, closes])).toEqual([[9, true]]);
});
