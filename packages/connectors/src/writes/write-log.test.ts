import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { AppError, type IntendedWrite } from '@refrain/domain';
import { expect, test } from 'vitest';
import { performWrite, type WriteLog } from './write-log.ts';

const write: IntendedWrite = { action: 'comment', target: 'acme/api#1', content: {}, why: 'A test', by: 'the test' };
const url = 'https://github.example/acme/api/issues/1';

/** Makes a write with a slow log, and returns the steps in the order in which they happened. */
async function perform({ begins = async () => 'w1' as string | null, sends = async () => 'sent' }) {
  const happened: unknown[] = [];
  const log: WriteLog = {
    begin: async (intended) => {
      happened.push(['begins', intended]);
      await turn();
      const id = await begins();
      happened.push('has begun');
      return id;
    },
    complete: async (id, outcome) => void happened.push([id, outcome]),
  };
  const send = async () => {
    happened.push('is sent');
    return sends();
  };
  const told = (answer: string) => ({ url: `${url}#${answer}`, undo: null });
  const [answered] = await Promise.allSettled([performWrite(log, write, send, told)]);
  return { answered, happened };
}

test('logs a write before it is sent, and the outcome afterwards', async () => {
  const { answered, happened } = await perform({});
  expect(answered).toEqual({ status: 'fulfilled', value: 'sent' });
  const outcome = { state: 'done', url: `${url}#sent`, undo: null };
  expect(happened).toEqual([['begins', write], 'has begun', 'is sent', ['w1', outcome]]);
});

test('sends no write in a dry run', async () => {
  const { answered, happened } = await perform({ begins: async () => null });
  expect(answered).toEqual({ status: 'fulfilled', value: null });
  expect(happened).toEqual([['begins', write], 'has begun']);
});

test('sends no write while the log is unavailable', async () => {
  const away = new AppError('unavailable', 'The store is away');
  const { answered, happened } = await perform({ begins: () => Promise.reject(away) });
  expect(answered).toEqual({ status: 'rejected', reason: away });
  expect(happened).toEqual([['begins', write]]);
});

test.each([
  ['refused', 'says no', new AppError('permission_missing', 'No', { context: { status: 403 } })],
  ['unknown', 'fails', new AppError('provider_failed', 'No', { context: { status: 502 } })],
  ['unknown', 'waited too long', new AppError('provider_unexpected', 'No', { context: { status: 408 } })],
  ['unknown', 'does not answer', new AppError('provider_unreachable', 'No')],
  ['unknown', 'cannot be read', new Error('No')],
])('logs the outcome %s if the provider %s', async (state, _why, thrown) => {
  const { answered, happened } = await perform({ sends: () => Promise.reject(thrown) });
  expect(answered).toEqual({ status: 'rejected', reason: thrown });
  expect(happened.slice(1)).toEqual(['has begun', 'is sent', ['w1', { state, problem: 'No' }]]);
});

/** Files that use an HTTP method other than GET without `performWrite`, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'github/webhooks/app-hook.ts': 'webhooks/hooks.ts passes it a client that logs its writes',
  'github/webhooks/listed-hook.ts': 'webhooks/hooks.ts passes it a client that logs its writes',
  'pagerduty/webhooks/webhook-subscription.ts': 'source.ts passes it a client that logs its writes',
  'github/webhooks/redeliver.ts': 'requests a redelivery, which changes nothing at GitHub',
  'github/access/verify-token.ts': 'sends an issue without a title, which GitHub rejects, to test the permission',
  'pagerduty/access/verify.ts': 'writes to a subscription that does not exist, to test the permission',
  'github/client/client.ts': 'sends GraphQL queries, which only read',
  'github/access/app.ts': 'exchanges a code for the App that was registered',
  'pagerduty/client/authorisation.ts': 'requests an access token',
  'subscribers/send-message-to-subscriber.ts':
    'sends to subscribers, not to a provider: PostgreSQL records the deliveries',
};

const sources = join(import.meta.dirname, '..');

test('every file that uses an HTTP method other than GET logs its writes, or is a listed exception with a reason', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:\.test|-under-test|(?:^|\/)testing)\.ts$/u.test(file))
    .map((file) => ({ file, text: readFileSync(join(sources, file), 'utf8') }));
  expect(files.length).toBeGreaterThan(100);
  // Searches for HTTP methods other than GET, except in types and comparisons.
  const writing = files.filter(({ text }) => /(?<![=!]== |\| )'(?:POST|PUT|PATCH|DELETE)'/u.test(text));
  const outside = writing.filter(({ text }) => !text.includes('await performWrite(')).map(({ file }) => file);
  expect(outside.sort()).toEqual(Object.keys(exceptions).sort());
  expect(files.filter(({ text }) => /\bmutation\b.*[{(]/u.test(text)).map(({ file }) => file)).toEqual([]);
});
