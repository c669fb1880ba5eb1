import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-page-'));
afterAll(() => rm(folder, { recursive: true }));
/** A folder below a hidden folder, like an installation in `~/.local`. */
const pageDir = join(folder, '.local', 'page');
await mkdir(join(pageDir, 'assets'), { recursive: true });
await writeFile(join(pageDir, 'index.html'), '<title>The page</title>');
await writeFile(join(pageDir, 'assets', 'main-abc.js'), 'export {};');
const script = 'export const large = true;';
await writeFile(join(pageDir, 'assets', 'large-abc.js'), script);
await writeFile(join(pageDir, 'assets', 'large-abc.js.br'), brotliCompressSync(script));
await writeFile(join(pageDir, 'assets', 'large-abc.js.gz'), gzipSync(script));
const api = await startApiUnderTest({ pageDir });

test.each(['/', '/patterns/p1', '/?link=used'])(
  'GET %s returns the web page, even from a hidden folder',
  async (path) => {
    const response = await fetch(`${api.url}${path}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await response.text()).toBe('<title>The page</title>');
  },
);

test('an asset has an immutable cache header', async () => {
  const response = await fetch(`${api.url}/assets/main-abc.js`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
  ['', undefined, (body: Buffer) => body],
])('sends a compressed asset if Accept-Encoding allows one: %s', async (accepted, encoding, read) => {
  const { status, headers, body } = await ask('/assets/large-abc.js', { 'accept-encoding': accepted });
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
  expect([headers['content-type'], headers['cache-control']]).toEqual([
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ]);
  expect(Number(headers['content-length'])).toBe(body.length);
  expect(read(body).toString()).toBe(script);
});

test('a compressed asset has its own entity tag, and a request with this tag returns 304', async () => {
  const tagOf = async (encoding: string) =>
    (await ask('/assets/large-abc.js', { 'accept-encoding': encoding })).headers.etag ?? '';
  const tags = [await tagOf('br'), await tagOf('gzip'), await tagOf('identity')];
  expect(new Set(tags).size).toBe(3);
  const again = await ask('/assets/large-abc.js', { 'accept-encoding': 'br', 'if-none-match': tags[0] ?? '' });
  expect([again.status, again.headers.vary, again.body.length]).toEqual([304, 'Accept-Encoding', 0]);
});

test('sends an asset without a compressed file uncompressed', async () => {
  const { headers, body } = await ask('/assets/main-abc.js', { 'accept-encoding': 'br, gzip' });
  expect([headers['content-encoding'], headers.vary, body.toString()]).toEqual([undefined, undefined, 'export {};']);
});

/** Sends a request and, unlike `fetch`, does not decompress the response. */
async function ask(path: string, headers: Readonly<Record<string, string>>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${api.url}${path}`, { headers }, resolve).on('error', reject);
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test.each([
  ['GET', '/assets/nope.js'],
  ['GET', '/assets/..%2f..%2fsecret'],
  ['GET', '/webhooks/x'],
  ['POST', '/webhooks/x'],
  ['PUT', '/patterns/p1'],
])('the 404 for %s %s names the missing path', async (method, path) => {
  const response = await fetch(`${api.url}${path}`, { method });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await response.json()).toMatchObject({ code: 'not_found', detail: expect.stringMatching(/^There is no/u) });
});

test.each(['/v1/patterns/%zz', '/v1/failures/%E0%A4%A', '/sign-in/%'])(
  'returns 400 for the wrongly percent-encoded path %s',
  async (path) => {
    const response = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${api.token}` } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', detail: expect.stringContaining('%25') });
    expect(api.errors).toEqual([]);
  },
);
