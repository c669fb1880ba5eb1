import type { Response } from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { type ApiUnderTest, startApiUnderTest } from '../../testing/api-under-test.ts';
import { limitTextSearches } from './limit-text-searches.ts';

const [ann, bob] = ['ann', 'bob'].map((id) => ({ locals: { access: { user: { id } } } }) as unknown as Response);

/** Counts the queries that wait for a lock of the tables that a search reads. */
async function countWaiting({ query }: Pick<ApiUnderTest, 'query'>): Promise<number> {
  const statement =
    "select 1 from pg_locks where not granted and relation in ('failure'::regclass, 'pattern'::regclass)";
  return ((await query(statement)) as unknown[]).length;
}

test('limits a user to two concurrent text searches, and delays neither other users nor requests without a search text', async () => {
  const limitSearch = limitTextSearches();
  const waiting: { resolve(value: string): void; reject(error: Error): void }[] = [];
  const wait = () => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
  const at = (response: Response | undefined, read: () => Promise<string>) =>
    limitSearch('lock', response as Response, read);
  const immediate = async () => 'done';

  const running = [at(ann, wait), at(ann, wait)];
  await expect(at(ann, immediate)).rejects.toMatchObject({
    code: 'rate_limited',
    context: { retryAfterSeconds: 5 },
  });
  expect(await at(bob, immediate)).toBe('done');
  expect(await limitSearch(undefined, ann as Response, immediate)).toBe('done');

  waiting[0]?.reject(new Error('too slow'));
  await expect(running[0]).rejects.toThrow('too slow');
  expect(await at(ann, immediate)).toBe('done');
  waiting[1]?.resolve('done');
  expect(await running[1]).toBe('done');
});

test('all lists share the limit of two text searches, and a search counts until the database has finished it', async () => {
  const api = await startApiUnderTest();
  const headers = { authorization: `Bearer ${api.token}` };
  const ask = (path: string, signal: AbortSignal | null = null) => fetch(`${api.url}${path}`, { headers, signal });
  await api.query('begin');
  onTestFinished(() => api.query('rollback').then(() => {}));
  await api.query('lock table failure, pattern in access exclusive mode');

  const leaving = new AbortController();
  const left = ask('/v1/failures?query=lock', leaving.signal).catch(() => 'left');
  const staying = ask('/v1/patterns?query=lock');
  await expect.poll(() => countWaiting(api)).toBe(2);
  leaving.abort();
  expect(await left).toBe('left');
  for (const list of ['failures', 'patterns', 'patterns/facets', 'library', 'library/files']) {
    const refused = await ask(`/v1/${list}?query=lock`);
    expect([list, refused.status, refused.headers.get('retry-after')]).toEqual([list, 429, '5']);
  }
  await api.query('rollback');
  expect((await staying).status).toBe(200);
  await expect.poll(async () => (await ask('/v1/failures?query=lock')).status).toBe(200);
});

test('limits a user to one concurrent export of the failure library', async () => {
  const api = await startApiUnderTest();
  const headers = { authorization: `Bearer ${api.token}` };
  const ask = () => fetch(`${api.url}/v1/library/files`, { headers });
  await api.query('begin');
  onTestFinished(() => api.query('rollback').then(() => {}));
  await api.query('lock table pattern in access exclusive mode');
  const first = ask();
  // Requests on different connections can overtake each other, and an accepted one waits for the lock.
  await expect.poll(() => countWaiting(api)).toBe(1);
  expect((await ask()).status).toBe(429);
  await api.query('rollback');
  expect((await first).status).toBe(200);
  expect((await ask()).status).toBe(200);
});
