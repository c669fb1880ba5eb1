import { expect, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';

const api = await startApiUnderTest();

test.each([
  '/v1/patterns?limit=0',
  '/v1/patterns?limit=many',
  '/v1/patterns?kind=accident',
  '/v1/patterns?sort=loudest',
  '/v1/patterns?after=not-a-cursor',
  '/v1/failures?after=%00',
  '/v1/improvements?state=wished',
  '/v1/patterns?minEpisodes=0',
  '/v1/patterns?order=up',
  '/v1/failures?since=yesterday',
  '/v1/failures?unassigned=yes',
  '/v1/failures?services=checkout',
  '/v1/failures?query=a+b+c+d+e+f+g+h+i',
  '/v1/connections?after=next',
  '/v1/corrections?after=2',
])('GET %s fails with 400 and the reason', async (path) => {
  const { status, body } = await api.ask('GET', path);
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'invalid_input', retryable: false });
  expect(String(body.detail).length).toBeGreaterThan(10);
});

test('the error for an unknown parameter names the known parameters', async () => {
  expect((await api.ask('GET', '/v1/tokens?page=2')).body.detail).toBe(
    'GET /v1/tokens accepts limit, after, but not page.',
  );
});

test('pages through a list that is held in memory', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await api.ask('POST', '/v1/tokens', { name });
  const names: unknown[] = [];
  let after = '';
  do {
    const { body } = await api.ask('GET', `/v1/tokens?limit=2${after}`);
    expect(body.total).toBe(5);
    names.push(...(body.items as { name: string }[]).map(({ name }) => name));
    after = body.next === null ? '' : `&after=${body.next}`;
  } while (after !== '');
  expect(names).toEqual(['test', 'a', 'b', 'c', 'd']);
});

test('an empty list has no items and no next page', async () => {
  expect((await api.ask('GET', '/v1/patterns')).body).toEqual({ items: [], next: null, total: 0, period: null });
  expect((await api.ask('GET', '/v1/failures')).body).toEqual({ items: [], next: null, total: 0 });
});

test('rejects a body that is not JSON with a readable message', async () => {
  const response = await fetch(`${api.url}/v1/corrections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ detail: 'The request body is not JSON.' });
});
