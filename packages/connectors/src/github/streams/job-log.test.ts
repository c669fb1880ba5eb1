import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { captureAppError, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import { createGitHubClient } from '../client/client.ts';
import { readJobLog } from './job-log.ts';

const token = 'ghp_canary0123456789';
const signal = new AbortController().signal;
const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const api = '/repos/acme/api/actions/jobs/5/logs';
const log = Array.from({ length: 50_000 }, (_, index) => `line ${index}`).join('\n');

async function readFrom(storage: Parameters<typeof startTestServer>[0], answer?: (location: string) => Reply) {
  const files = await startTestServer(storage);
  const location = `${files.url}/logs/5?sig=abc`;
  const server = await startTestServer(() => answer?.(location) ?? { status: 302, headers: { location } });
  servers.push(files, server);
  const client = createGitHubClient(server.url, token, { retryAfterMs: 1 })(signal);
  const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
  return { read: () => readJobLog(context, 5), files, server };
}

/** Responds to a range request from the start or from the end. */
function ranged(whole: string, range: string, fromEnd: boolean): Reply {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(range);
  const plain = { 'content-type': 'text/plain' };
  if (match === null || (match[1] === '' && !fromEnd)) {
    return { body: whole, headers: { ...plain, 'content-length': String(whole.length) } };
  }
  const start = match[1] === '' ? whole.length - Number(match[2]) : Number(match[1]);
  return { status: 206, body: whole.slice(Math.max(start, 0)), headers: plain };
}

describe('readJobLog', () => {
  it.each([
    ['with ranges from the end', true, 1],
    ['with ranges only from the start', false, 2],
  ])('reads the end of a log, without sending the token, from a storage %s', async (_name, fromEnd, requests) => {
    const { read, files, server } = await readFrom(({ headers }) => ranged(log, headers.range ?? '', fromEnd));
    expect(await read()).toBe(log.slice(-100_000));
    expect(files.requests).toHaveLength(requests);
    expect(server.requests.map(({ url }) => url.pathname)).toEqual([api]);
    expect(server.requests[0]?.headers.authorization).toBe(`token ${token}`);
    for (const { headers } of files.requests) expect(JSON.stringify(headers)).not.toContain('canary');
  });

  it('keeps only the end of a log if the storage supports neither range requests nor lengths', async () => {
    const { read } = await readFrom(() => ({ body: log, headers: { 'transfer-encoding': 'chunked' } }));
    expect(await read()).toBe(log.slice(-100_000));
  });

  it('keeps the lines before the last error, however many lines follow', async () => {
    const long = `${log}\n##[error]no space left\n${log.slice(0, 90_000)}`;
    const { read } = await readFrom(({ headers }) => ranged(long, headers.range ?? '', true));
    const kept = await read();
    expect(kept).toHaveLength(100_000);
    expect(kept?.endsWith('line 49999\n##[error]no space left')).toBe(true);
  });

  it('follows the redirect of a renamed repository to the log', async () => {
    const moved = '/repositories/7/actions/jobs/5/logs';
    const { read, server } = await readFrom(() => ({ body: 'short' }));
    const renamed = await startTestServer(({ url, headers }) =>
      url.pathname === api
        ? { status: 301, headers: { location: `http://${headers.host}${moved}` } }
        : { status: 302, headers: { location: `${servers[0]?.url}/logs` } },
    );
    servers.push(renamed);
    const client = createGitHubClient(renamed.url, token, { retryAfterMs: 1 })(signal);
    const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
    expect(await readJobLog(context, 5)).toBe('short');
    expect(renamed.requests.map(({ url }) => url.pathname)).toEqual([api, moved]);
    expect(server.requests).toHaveLength(0);
    expect(await read()).toBe('short');
  });

  it('requests a new URL of the log if the first has expired or the connection breaks', async () => {
    const replies: (Reply | null)[] = [{ status: 403, body: 'expired' }, { body: 'whole' }];
    const { read, server } = await readFrom(() => replies.shift() ?? null);
    expect(await read()).toBe('whole');
    expect(server.requests).toHaveLength(2);
  });

  it('returns null for a log that is deleted, hidden or missing from the storage', async () => {
    for (const status of [403, 404, 410]) {
      const { read } = await readFrom(
        () => ({}),
        () => ({ status, body: { message: 'Gone' } }),
      );
      expect(await read()).toBeNull();
    }
    for (const storage of [{ status: 404, body: 'x' }, { status: 416, body: 'x' }, null]) {
      expect(await (await readFrom(() => storage)).read()).toBeNull();
    }
    for (const location of ['ftp://elsewhere.test/log', 'http://']) {
      const { read } = await readFrom(
        () => ({}),
        () => ({ status: 302, headers: { location } }),
      );
      expect(await read()).toBeNull();
    }
  });

  it('does not send the token to another origin, and stops after a few redirects', async () => {
    const { read, files } = await readFrom(
      () => ({ body: 'x' }),
      (location) => ({ status: 301, headers: { location } }),
    );
    expect((await captureAppError(read)).code).toBe('provider_unexpected');
    expect(files.requests).toHaveLength(0);
    const limited = await readFrom(
      () => ({}),
      () => ({ status: 403, headers: { 'retry-after': '900' }, body: {} }),
    );
    expect((await captureAppError(limited.read)).code).toBe('rate_limited');
  });
});
