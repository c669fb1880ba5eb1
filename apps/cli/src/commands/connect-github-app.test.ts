import { expect, test } from 'vitest';
import { createPathResponder, sendJson, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest, createWebhookUnderTest } from '../create-connection-under-test.ts';
import { connectGitHubApp } from './connect-github-app.ts';

const connection = createConnectionUnderTest({ webhook: { ...createWebhookUnderTest('none'), checkedAt: null } });
const settled = createConnectionUnderTest();
const health = { account: 'acme', visible: ['acme/api'], missing: [], budget: null, respondedAt: null };
const webhook = { url: 'https://refrain.example/webhooks/github/c1/key', secret: 'made by GitHub' };
const timing = { pauseMs: 1, lineMs: 60_000, webhook: { pauseMs: 1, timeoutMs: 5_000 } };

/** A simulated response of the API: a state of the App's setup, or the HTTP status of an error. */
type Step = { readonly state: string; readonly connection?: unknown } | number;

async function connect(
  steps: readonly Step[],
  expiresInMs = 3_600_000,
  lineMs = timing.lineMs,
  before: readonly unknown[] = [],
  webhookMs = timing.webhook.timeoutMs,
) {
  const expiresAt = new Date(Date.now() + expiresInMs).toISOString();
  let asked = 0;
  let polls = 0;
  const api = await startSimulatedApi((request, response) => {
    if (request.url === '/v1/connections/c1') polls += 1;
    if (request.url === '/v1/github-apps/the-state') {
      const step = steps[Math.min(asked, steps.length - 1)] ?? 500;
      asked += 1;
      const code = step === 404 ? 'not_found' : 'unavailable';
      if (typeof step === 'number') return sendJson(response, step, { code, detail: `That was ${step}.` });
      return sendJson(response, 200, { connection: null, ...step });
    }
    return createPathResponder({
      '/v1/connections': { items: before, next: null, total: before.length },
      '/v1/github-apps': { state: 'the-state', url: 'https://refrain.example/connect/github/the-state', expiresAt },
      '/v1/connections/c1': settled,
      '/v1/connections/c1/health': health,
      '/v1/connections/c1/webhook': webhook,
    })(request, response);
  });
  const notes: string[] = [];
  const terminal = { out: () => {}, note: (text: string) => void notes.push(text), interactive: false };
  const wanted = { account: 'acme', scope: null };
  const webhookTiming = { ...timing.webhook, timeoutMs: webhookMs };
  const result = connectGitHubApp(terminal, api, wanted, { ...timing, lineMs, webhook: webhookTiming });
  return { notes, result, asked: () => asked, polls: () => polls };
}

const connected = { state: 'connected', connection };

test('connecting by an App prints the URL, waits through each step, and returns the account', async () => {
  const { notes, result, asked } = await connect([{ state: 'waiting' }, { state: 'created' }, connected]);
  expect(await result).toEqual({ connection: settled, health, webhook });
  expect(asked()).toBe(3);
  expect(notes).toHaveLength(2);
  expect(notes[0]).toContain('\n  https://refrain.example/connect/github/the-state\n');
  expect(notes[1]).toContain('Now choose "Install"');
});

test('connecting by an App does not wait for a webhook that Refrain has already checked', async () => {
  const { result, polls } = await connect([{ state: 'connected', connection: settled }]);
  expect((await result).connection).toEqual(settled);
  expect(polls()).toBe(0);
});

test('connecting an account again by an App waits for a new check of the webhook', async () => {
  const steps = [{ state: 'connected', connection: settled }];
  const { result, polls } = await connect(steps, undefined, undefined, [settled], 200);
  await result;
  expect(polls()).toBeGreaterThan(0);
});

test('connecting by an App continues through a restart of Refrain', async () => {
  const { result } = await connect([503, { state: 'waiting' }, 503, connected]);
  expect((await result).connection.id).toBe('c1');
});

test('connecting by an App prints at intervals that it is still waiting', async () => {
  const { notes, result } = await connect([{ state: 'waiting' }, { state: 'waiting' }, connected], 120_000, 0);
  await result;
  expect(notes.slice(1)).toEqual(Array(2).fill('Still waiting, for 2 more minutes; the address stays valid.\n'));
});

test.each([
  ['after the hour', [{ state: 'waiting' }], 5, 'The GitHub App was not created and installed within an hour'],
  ['when Refrain does not know the setup any more', [404], 60_000, 'That was 404.'],
])('connecting by an App fails %s', async (_when, steps, expiresInMs, message) => {
  const { result } = await connect(steps as Step[], expiresInMs);
  await expect(result).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining(message) });
});
