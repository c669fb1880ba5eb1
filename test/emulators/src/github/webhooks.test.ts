import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const token = 'ghp_test';
const secret = 'hook secret';
let emulator: GitHubEmulator;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token });
  await subscribe('/orgs/acme/hooks', ['push', 'pull_request', 'deployment_status']);
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

async function subscribe(path: string, events: string[], content_type = 'json'): Promise<void> {
  const hook = { name: 'web', config: { url: receiver.url, content_type, secret }, events };
  await requestJson(`${emulator.url}${path}`, { authorization: `Bearer ${token}` }, 'POST', hook);
  await emulator.settled();
}
const events = () => receiver.received.map(({ headers }) => headers['x-github-event']);

it('a new webhook is pinged, and then receives events signed over the raw body', async () => {
  const pull = await emulator.mergePull({ repository: 'shop', title: 'Third', files: ['src/c.ts'] });
  await emulator.addDeploymentStatus({ repository: 'acme/shop', deploymentId: 71, state: 'error' });
  expect(events().sort()).toEqual(['deployment_status', 'ping', 'pull_request', 'push']);
  for (const { headers, body } of receiver.received) {
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    expect(headers['x-github-delivery']).toMatch(/^[0-9a-f-]{36}$/u);
  }
  const merged = receiver.received.find(({ headers }) => headers['x-github-event'] === 'pull_request');
  expect(JSON.parse(merged?.body ?? '{}')).toMatchObject({
    action: 'closed',
    pull_request: { number: pull.number, merged: true, merge_commit_sha: pull.mergeCommitSha },
    repository: { full_name: 'acme/shop' },
  });
});

it('the API returns the same objects that webhooks delivered', async () => {
  const deployment = await emulator.addDeployment({ repository: 'shop', environment: 'staging' });
  await emulator.addDeploymentStatus({ repository: 'shop', deploymentId: deployment.id, state: 'failure' });
  const url = `${emulator.url}/repos/acme/shop/deployments/${deployment.id}/statuses`;
  const { body } = await requestJson<{ state: string }[]>(url, { authorization: `Bearer ${token}` });
  expect(body.map(({ state }) => state)).toEqual(['failure']);
});

it("a repository's webhook with the content type `form` receives only the repository's events, form-encoded", async () => {
  await subscribe('/repos/acme/search/hooks', ['push'], 'form');
  const before = receiver.received.length;
  await emulator.pushCommit({ repository: 'search', message: 'Direct' });
  const forms = receiver.received.slice(before).filter(({ body }) => body.startsWith('payload='));
  expect(forms).toHaveLength(1);
  expect(JSON.parse(new URLSearchParams(forms[0]?.body).get('payload') ?? '')).toMatchObject({
    ref: 'refs/heads/main',
  });
});

it('a failed delivery is not retried, and a redelivery keeps the guid', async () => {
  await emulator.pushCommit({ repository: 'shop', message: 'Direct' });
  const guid = emulator.deliveries().at(-1)?.guid ?? '';
  await emulator.redeliver(guid);
  const guids = receiver.received.map(({ headers }) => headers['x-github-delivery']);
  expect(guids.filter((one) => one === guid)).toHaveLength(2);
  await expect(emulator.redeliver('none')).rejects.toThrow('There is no delivery none');
});

it('another process can perform actions through the control routes of the GitHub emulator', async () => {
  const act = (path: string, body: unknown) => requestJson(`${emulator.url}/_emulator${path}`, {}, 'POST', body);
  expect((await act('/merges', { repository: 'shop', number: 2 })).body).toMatchObject({ number: 2, state: 'closed' });
  expect(events()).toContain('pull_request');
  expect((await act('/merges', { repository: 'shop', number: 2 })).status).toBe(409);
  expect((await act('/merges', { repository: 'nowhere' })).status).toBe(404);
  expect((await act('/deployment-statuses', { repository: 'shop' })).status).toBe(400);
});
