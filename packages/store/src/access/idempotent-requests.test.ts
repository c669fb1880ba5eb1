import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testEncryptionKey } from '../testing/index.ts';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const { access: requests } = store;

function newRequest(content = 'POST /v1/things {"name":"canary-81c2"}') {
  return { caller: 'token/a', key: `key-${randomUUID()}`, content };
}

async function begin(request: ReturnType<typeof newRequest>): Promise<string> {
  const begun = await requests.beginRequest(request);
  if (begun.state !== 'begun') throw new Error(`it is ${begun.state}`);
  return begun.attempt;
}

test('a repeated request gets the stored response, unless another caller sends it or its content differs', async () => {
  const request = newRequest();
  const attempt = await begin(request);
  expect(await requests.beginRequest(request)).toEqual({ state: 'under_way' });
  const answer = { status: 201, body: { id: 'x', text: 'canary-81c2' } };
  await requests.finishRequest(attempt, request, answer);
  expect(await requests.beginRequest(request)).toEqual({ state: 'answered', answer });
  expect(await requests.beginRequest({ ...request, content: 'POST /v1/things {}' })).toEqual({ state: 'other' });
  expect(await requests.beginRequest({ ...request, caller: 'token/b' })).toMatchObject({ state: 'begun' });
});

test('of many concurrent requests with the same idempotency key, only one begins', async () => {
  const request = newRequest();
  const all = await Promise.all(Array.from({ length: 8 }, () => requests.beginRequest(request)));
  expect(all.map(({ state }) => state).sort()).toEqual(['begun', ...Array(7).fill('under_way')]);
});

test('a request that was abandoned or whose process died can be repeated, and a late response of the first attempt is dropped', async () => {
  const request = newRequest();
  await requests.abandonRequest(await begin(request), request);
  const dead = await begin(request);
  await query(`update repeatable_request set begun_at = now() - interval '6 minutes' where attempt = $1`, [dead]);
  expect(await requests.beginRequest({ ...request, content: 'POST /v1/other' })).toEqual({ state: 'other' });
  const next = await begin(request);
  await requests.finishRequest(dead, request, { status: 201, body: 'late' });
  await requests.abandonRequest(dead, request);
  expect(await requests.beginRequest(request)).toEqual({ state: 'under_way' });
  await requests.finishRequest(next, request, { status: 204, body: undefined });
  expect(await requests.beginRequest(request)).toEqual({ state: 'answered', answer: { status: 204 } });
});

test('a stored response is deleted after a day', async () => {
  const requestsOfDays = [newRequest(), newRequest(), newRequest()];
  for (const [days, request] of requestsOfDays.entries()) {
    const attempt = await begin(request);
    await requests.finishRequest(attempt, request, { status: 200, body: days });
    await query(`update repeatable_request set begun_at = now() - $2 * interval '25 hours' where attempt = $1`, [
      attempt,
      days,
    ]);
  }
  const [young, old, oldest] = requestsOfDays.map((request) => ({ ...request, content: 'anything else' }));
  expect(await requests.beginRequest(young ?? newRequest())).toEqual({ state: 'other' });
  expect(await requests.beginRequest(oldest ?? newRequest())).toMatchObject({ state: 'begun' });
  expect(await requests.expireRequests(1)).toBe(1);
  expect(await requests.expireRequests(1)).toBe(0);
  expect(await requests.beginRequest(old ?? newRequest())).toMatchObject({ state: 'begun' });
});

test('the table of idempotent requests contains neither requests nor responses in plain text', async () => {
  const request = newRequest();
  await requests.finishRequest(await begin(request), request, { status: 200, body: 'canary-81c2' });
  const rows = await query('select t::text as text, answer from repeatable_request t');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/canary|key-/u);
  for (const { answer } of rows) expect((answer as Buffer | null)?.includes('canary') ?? false).toBe(false);
  const other = open({ encryptionKey: Buffer.from(testEncryptionKey).fill(9) });
  expect(await other.access.beginRequest(request)).toMatchObject({ state: 'begun' });
});
