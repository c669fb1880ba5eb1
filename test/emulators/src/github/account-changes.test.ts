import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
let emulator: GitHubEmulator;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
  const config = { url: receiver.url, content_type: 'json' };
  const events = ['repository', 'issues', 'issue_comment', 'workflow_run'];
  await requestJson(`${emulator.url}/orgs/acme/hooks`, authorised, 'POST', { name: 'web', config, events });
  await emulator.settled();
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const received = () => receiver.received.slice(1).map(({ body }) => JSON.parse(body));

it("the emulator redirects from a repository's former name to its current name, and the repository keeps its id", async () => {
  const url = `${emulator.url}/repos/acme/shop`;
  const before = await requestJson<{ id: number }>(url, authorised);
  await emulator.act.rename({ repository: 'shop', name: 'store' });
  const answer = await fetch(`${url}/commits?per_page=1`, { headers: authorised, redirect: 'manual' });
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe(`${emulator.url}/repositories/${before.body.id}/commits?per_page=1`);
  const octokit = new Octokit({ baseUrl: emulator.url, auth: 't' });
  const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'shop' });
  expect([data.id, data.full_name]).toEqual([before.body.id, 'acme/store']);
  const issue = await octokit.rest.issues.create({ owner: 'acme', repo: 'shop', title: 'To the former name' });
  expect(issue.data.repository_url).toBe(`${emulator.url}/repos/acme/store`);
  expect(received()[0]).toMatchObject({
    action: 'renamed',
    changes: { repository: { name: { from: 'shop' } } },
    repository: { id: before.body.id, full_name: 'acme/store' },
  });
  await expect(emulator.act.rename({ repository: 'store', name: 'search' })).rejects.toThrow('already');
});

it('the emulator returns 404 for a deleted repository, by name and by id', async () => {
  const { body } = await requestJson<{ id: number }>(`${emulator.url}/repos/acme/shop`, authorised);
  await emulator.act.delete({ repository: 'shop' });
  for (const path of ['/repos/acme/shop', '/repos/acme/shop/commits', `/repositories/${body.id}/commits`]) {
    expect((await requestJson(emulator.url + path, authorised)).status).toBe(404);
  }
  const { body: left } = await requestJson<{ name: string }[]>(`${emulator.url}/orgs/acme/repos`, authorised);
  expect(left.map(({ name }) => name)).toEqual(['search']);
  expect(received()).toMatchObject([{ action: 'deleted', repository: { full_name: 'acme/shop' } }]);
});

it('the emulator refuses a revoked token and accepts the new token', async () => {
  emulator.act.revokeToken();
  expect(await requestJson(`${emulator.url}/user`, authorised)).toMatchObject({
    status: 401,
    body: { message: 'Bad credentials' },
  });
  emulator.act.renewToken({ token: 'renewed' });
  expect((await requestJson(`${emulator.url}/user`, authorised)).status).toBe(401);
  expect((await requestJson(`${emulator.url}/user`, { authorization: 'Bearer renewed' })).status).toBe(200);
});

it('the emulator refuses requests that need a removed permission, names the permission, and accepts them after it is restored', async () => {
  const issues = `${emulator.url}/repos/acme/shop/issues`;
  emulator.act.removePermission('deployments');
  const refused = await requestJson(`${emulator.url}/repos/acme/shop/deployments`, authorised);
  expect([refused.status, refused.body.message]).toEqual([403, 'Resource not accessible by personal access token']);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('deployments=read');
  emulator.act.restorePermission('deployments');
  expect((await requestJson(`${emulator.url}/repos/acme/shop/deployments`, authorised)).status).toBe(200);
  emulator.act.removePermission('issues', 'read');
  expect((await requestJson(issues, authorised)).status).toBe(200);
  const written = await requestJson(issues, authorised, 'POST', { title: 'x' });
  expect([written.status, written.headers.get('x-accepted-github-permissions')]).toEqual([403, 'issues=write']);
});

it('the emulator sends webhooks for all events of an issue and of a workflow run', async () => {
  const { number } = await emulator.act.issueOpened({ repository: 'shop', title: 'Down', labels: ['incident'] });
  await emulator.act.issueCommented({ repository: 'shop', number, body: 'Up again' });
  await emulator.act.issueEdited({ repository: 'shop', number, state: 'closed', body: 'It was the cache' });
  const { id } = await emulator.act.runFinished({ repository: 'shop', conclusion: 'failure', jobs: [{ log: 'No' }] });
  await emulator.act.runFinished({ repository: 'shop', id, conclusion: 'success' });
  const told = received().map(({ action, comment, issue, workflow_run }) => [
    action,
    comment?.body ?? issue?.state ?? `${workflow_run?.run_attempt} ${workflow_run?.conclusion}`,
  ]);
  expect(told).toEqual([
    ['opened', 'open'],
    ['labeled', 'open'],
    ['created', 'Up again'],
    ['edited', 'closed'],
    ['closed', 'closed'],
    ['completed', '1 failure'],
    ['completed', '2 success'],
  ]);
  await emulator.act.issueEdited({ repository: 'shop', number, state: 'open' });
  const { body: events } = await requestJson<{ event: string }[]>(
    `${emulator.url}/repos/acme/shop/issues/${number}/events`,
    authorised,
  );
  expect(events.map(({ event }) => event)).toEqual(['labeled', 'closed', 'reopened']);
  const read = await requestJson(`${emulator.url}/repos/acme/shop/issues/${number}`, authorised);
  expect(read.body).toMatchObject({ state: 'open', state_reason: 'reopened', comments: 1, body: 'It was the cache' });
});

it("the emulator lists label changes of issues in a repository's events, newest first", async () => {
  const opened = { repository: 'shop', title: 'Down', labels: ['incident'], at: '2027-01-01T10:00:00Z' };
  const { number } = await emulator.act.issueOpened(opened);
  await emulator.act.issueEdited({ repository: 'shop', number, labels: ['bug'], at: '2027-01-01T11:00:00Z' });
  const { body } = await requestJson<{ event: string; label: { name: string }; issue: { number: number } }[]>(
    `${emulator.url}/repos/acme/shop/issues/events?per_page=3`,
    authorised,
  );
  expect(body.map(({ event, label, issue }) => [event, label.name, issue.number])).toEqual([
    ['unlabeled', 'incident', number],
    ['labeled', 'bug', number],
    ['labeled', 'incident', number],
  ]);
});

it('another process can trigger actions of the GitHub emulator by HTTP requests', async () => {
  const act = (path: string, body: object) => requestJson(`${emulator.url}/_emulator${path}`, {}, 'POST', body);
  expect((await act('/runs', { repository: 'shop', conclusion: 'timed_out' })).status).toBe(200);
  expect((await act('/files', { repository: 'shop', path: 'docs/new.md', content: 'New' })).status).toBe(200);
  expect((await act('/renames', { repository: 'shop', name: 'store' })).status).toBe(200);
  expect((await act('/renames', { repository: 'shop', name: 'again' })).status).toBe(404);
  expect((await act('/permissions/remove', { permission: 'contents' })).status).toBe(200);
  expect((await requestJson(`${emulator.url}/repos/acme/store/contents/docs/new.md`, authorised)).status).toBe(403);
  expect((await act('/token/revoke', {})).status).toBe(200);
  expect((await requestJson(`${emulator.url}/repos/acme/store`, authorised)).status).toBe(401);
});
