import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { providers } from '../../registry/providers.ts';
import { createGitHubTestServers } from '../testing.ts';
import { issueReader } from './issue-reader.ts';

const { readRecord } = providers;

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const root = '/repos/acme/api';
const since = '2024-05-01T00:00:00.000Z';
const issue = (number: number, labels: string[], more: object = {}) => ({
  number,
  title: `Issue ${number}`,
  state: 'open',
  labels: labels.map((name) => ({ name })),
  created_at: '2024-04-20T10:00:00Z',
  updated_at: '2024-05-01T10:00:00Z',
  ...more,
});
const unlabelled = (number: number, name: string, at = '2024-05-01T10:00:00Z') => ({
  event: 'unlabeled',
  created_at: at,
  label: { name },
  issue: { number },
});

async function syncOf(listed: object[], events: object[]) {
  const { client, server } = await clientOn(({ url, headers }) => {
    if (url.pathname === `${root}/issues`) return { body: listed };
    if (url.pathname !== `${root}/issues/events`) return { status: 404, body: {} };
    const page = Number(url.searchParams.get('page') ?? 1);
    const isLast = page * 100 >= events.length;
    const link = `<http://${headers.host}${url.pathname}?page=${page + 1}>; rel="next"`;
    return { body: events.slice((page - 1) * 100, page * 100), headers: isLast ? {} : { link } };
  });
  const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
  const request = { stream: 'issues:acme/api', cursor: null, since, findKnown: async () => new Set<string>() };
  const { records } = await issueReader.pull(context, request);
  const failures = records.flatMap((record) => readRecord('github', record).failures);
  return { server, told: failures.map(({ externalId, isFailure }) => [externalId, isFailure]) };
}

describe('a sync of issues', () => {
  it('reports that an issue is no longer an incident after its label was removed', async () => {
    const { told } = await syncOf(
      [issue(1, ['incident']), issue(2, []), issue(3, ['bug']), issue(4, []), issue(5, [], { pull_request: {} })],
      [
        unlabelled(2, 'Incident'),
        unlabelled(3, 'docs'),
        unlabelled(5, 'incident'),
        unlabelled(4, 'incident', '2024-04-30T10:00:00Z'),
      ],
    );
    expect(told).toEqual([
      ['acme/api#issue/1', true],
      ['acme/api#issue/2', false],
    ]);
  });

  it('reports a removed label that is on a later page of the issue events', async () => {
    const later = Array.from({ length: 450 }, () => unlabelled(3, 'docs'));
    const { told } = await syncOf([issue(2, []), issue(3, ['bug'])], [...later, unlabelled(2, 'incident')]);
    expect(told).toEqual([['acme/api#issue/2', false]]);
  });

  it('requests no issue events if only incidents and pull requests changed', async () => {
    const { server, told } = await syncOf([issue(1, ['incident']), issue(5, [], { pull_request: {} })], []);
    expect(told).toEqual([['acme/api#issue/1', true]]);
    expect(server.requests.map(({ url }) => url.pathname)).toEqual([`${root}/issues`]);
  });
});

it('estimates the number of incidents in a backfill already on the first page', async () => {
  const { client } = await clientOn(({ url, headers }) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    if (url.searchParams.get('labels') === 'outage') return { body: [] };
    const link = [page + 1, 3]
      .map(
        (number, at) => `<http://${headers.host}${url.pathname}?page=${number}>; rel="${at === 0 ? 'next' : 'last'}"`,
      )
      .join(', ');
    const listed = Array.from({ length: 30 }, (_, at) => issue(90 - 30 * page - at + 30, ['incident']));
    return { body: listed, headers: page < 3 ? { link } : {} };
  });
  const scope = { ...defaultConnectionScope, incidentLabels: ['incident', 'outage'] };
  const context = { client, repository: 'acme/api', scope, download: fetch, signal };
  const first = await issueReader.pull(context, { stream: 'issues:acme/api', cursor: null, since });
  expect(first).toMatchObject({ records: { length: 30 }, expected: 90 });
});

describe('the comments of an issue', () => {
  const comment = (body: string, association: string, type = 'User') => ({
    body,
    author_association: association,
    created_at: '2024-05-01T10:00:00Z',
    user: { login: 'x', type },
  });
  const listed = [
    comment('by a member', 'MEMBER'),
    comment('by a bot, see #98', 'NONE', 'Bot'),
    comment('by a stranger, see #99', 'NONE'),
    comment('by a newcomer', 'FIRST_TIME_CONTRIBUTOR'),
  ];

  async function pullFrom(repository: object, comments: object[], author: object = {}) {
    const { client, server } = await clientOn(({ url }) => {
      if (url.pathname === `${root}/issues`)
        return { body: [issue(1, ['incident'], { comments: comments.length, ...author })] };
      if (url.pathname === `${root}/issues/1/comments`) return { body: comments };
      return url.pathname === root ? { body: repository } : { status: 404, body: {} };
    });
    const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
    const request = { stream: 'issues:acme/api', cursor: null, since, findKnown: async () => new Set<string>() };
    const { records } = await issueReader.pull(context, request);
    const [failure] = records.flatMap((record) => readRecord('github', record).failures);
    return { text: failure?.text, asked: server.requests.map(({ url }) => url.pathname) };
  }

  it('omits comments by strangers in a public repository', async () => {
    const { text } = await pullFrom({ private: false }, listed);
    expect(text).toBe('by a member\n\nby a bot, see …');
  });

  it('keeps all comments in a private repository', async () => {
    const { text } = await pullFrom({ private: true }, listed);
    expect(text).toContain('by a bot, see #98\n\nby a stranger, see #99');
  });

  it('removes references from an issue that a stranger opened in a public repository', async () => {
    const author = { body: 'Since #12', author_association: 'NONE' };
    expect((await pullFrom({ private: false }, [], author)).text).toBe('Since …');
    expect((await pullFrom({ private: true }, [], author)).text).toBe('Since #12');
  });

  it('does not request visibility if all authors may write to the repository', async () => {
    const { asked } = await pullFrom({}, listed.slice(0, 1));
    expect(asked).not.toContain(root);
  });
});
