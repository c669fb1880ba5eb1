import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answerWith, sendJson, startApi } from '../api-under-test.ts';
import { connectionUnderTest, webhookUnderTest } from '../connection-under-test.ts';
import { connectGitHubApp } from './connect-github-app.ts';

const connection = connectionUnderTest({ webhook: { ...webhookUnderTest('none'), checkedAt: null } });
const settled = connectionUnderTest();
const health = { account: 'acme', visible: ['acme/api'], missing: [], budget: null, answeredAt: null };
const webhook = { url: 'https://refrain.example/webhooks/github/c1/key', secret: 'made by GitHub' };
const pace = { pauseMs: 1, lineMs: 60_000, webhook: { pauseMs: 1, atMostMs: 5_000 } };

/** How each question after the App is answered: a status without a body is a problem. */
type Step = { readonly state: string; readonly connection?: unknown } | number;

async function connect(
  steps: readonly Step[],
  expiresInMs = 3_600_000,
  lineMs = pace.lineMs,
  before: readonly unknown[] = [],
) {
  const expiresAt = new Date(Date.now() + expiresInMs).toISOString();
  let asked = 0;
  const api = await startApi((request, response) => {
    if (request.url === '/v1/github-apps/the-state') {
      const step = steps[Math.min(asked, steps.length - 1)] ?? 500;
      asked += 1;
      const code = step === 404 ? 'not_found' : 'unavailable';
      if (typeof step === 'number') return sendJson(response, step, { code, detail: `That was ${step}.` });
      return sendJson(response, 200, { connection: null, ...step });
    }
    return answerWith({
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
  return { notes, result: connectGitHubApp(terminal, api, wanted, { ...pace, lineMs }), asked: () => asked };
}

const connected = { state: 'connected', connection };

test('tells the address, waits through each step, and then all about the account', async () => {
  const { notes, result, asked } = await connect([{ state: 'waiting' }, { state: 'created' }, connected]);
  expect(await result).toEqual({ connection: settled, health, webhook });
  expect(asked()).toBe(3);
  expect(notes).toHaveLength(2);
  expect(notes[0]).toContain('\n  https://refrain.example/connect/github/the-state\n');
  expect(notes[1]).toContain('now choose "Install"');
});

test('a webhook that was seen to before the person came back is not waited for', async () => {
  const { result } = await connect([{ state: 'connected', connection: settled }]);
  const begun = performance.now();
  expect((await result).connection).toEqual(settled);
  expect(performance.now() - begun).toBeLessThan(pace.webhook.atMostMs / 2);
});

test('what was found of the account before it was connected anew is no news', async () => {
  const { result } = await connect([{ state: 'connected', connection: settled }], undefined, undefined, [settled]);
  await expect(Promise.race([result, wait(200)])).resolves.toBeUndefined();
});

test('a start of Refrain meanwhile does not matter', async () => {
  const { result } = await connect([503, { state: 'waiting' }, 503, connected]);
  expect((await result).connection.id).toBe('c1');
});

test('now and then it says that it still waits', async () => {
  const { notes, result } = await connect([{ state: 'waiting' }, { state: 'waiting' }, connected], 120_000, 0);
  await result;
  expect(notes.slice(1)).toEqual(Array(2).fill('Still waiting, for 2 more minutes; the address stays good.\n'));
});

test.each([
  ['after the hour', [{ state: 'waiting' }], 5, 'The hour in which the GitHub App could be made and installed is over'],
  ['when Refrain knows it no more', [404], 60_000, 'That was 404.'],
])('%s it is over', async (_when, steps, expiresInMs, message) => {
  const { result } = await connect(steps as Step[], expiresInMs);
  await expect(result).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining(message) });
});
