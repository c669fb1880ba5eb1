import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-page-'));
afterAll(() => rm(folder, { recursive: true }));
/** As an installation under a home folder may be: below a folder whose name begins with a dot. */
const pageDir = join(folder, '.local', 'page');
await mkdir(join(pageDir, 'assets'), { recursive: true });
await writeFile(join(pageDir, 'index.html'), '<title>The page</title>');
await writeFile(join(pageDir, 'assets', 'main-abc.js'), 'export {};');
const api = await startApiUnderTest({ pageDir });

test.each(['/', '/patterns/p1', '/?link=used'])('%s is the page, wherever it is installed', async (path) => {
  const response = await fetch(`${api.url}${path}`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(await response.text()).toBe('<title>The page</title>');
});

test('an asset may be kept for ever', async () => {
  const response = await fetch(`${api.url}/assets/main-abc.js`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});

test.each([
  ['GET', '/assets/nope.js'],
  ['GET', '/assets/..%2f..%2fsecret'],
  ['GET', '/webhooks/x'],
  ['POST', '/webhooks/x'],
  ['PUT', '/patterns/p1'],
])('%s %s is a problem that says what is not there', async (method, path) => {
  const response = await fetch(`${api.url}${path}`, { method });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await response.json()).toMatchObject({ code: 'not_found', detail: expect.stringMatching(/^There is no/u) });
});

test.each(['/v1/patterns/%zz', '/v1/failures/%E0%A4%A', '/sign-in/%'])(
  '%s is not percent-encoded, which is the fault of who asks',
  async (path) => {
    const response = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${api.token}` } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', detail: expect.stringContaining('%25') });
    expect(api.errors).toEqual([]);
  },
);
