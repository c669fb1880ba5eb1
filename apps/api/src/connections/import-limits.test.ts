import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { json } from 'node:stream/consumers';
import type { Response } from 'express';
import { expect, test } from 'vitest';
import { limitUploads } from '../http/limits/limit-uploads.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createRecordImporter } from './record-importer.ts';

const api = await startApiUnderTest({ requestLimits: { importMegabytes: 1 } });
const megabyte = 1_000_000;
const tooLarge = 'This upload is larger than 1 MB. Split it, or raise REFRAIN_IMPORT_MB.';

const line = (key: string, payload: unknown = {}) =>
  `${JSON.stringify({ type: 'archive.incident', deliveryKey: key, payload })}\n`;

function begin(path: string, options: RequestOptions = {}, token = api.token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...options.headers };
  const sent = request(`${api.url}${path}`, { method: 'POST', agent: false, ...options, headers });
  const answered = once(sent, 'response').then(async ([response]: IncomingMessage[]) => ({
    status: response?.statusCode,
    retryAfter: response?.headers['retry-after'],
    body: response === undefined ? null : await json(response),
  }));
  return { sent, answered };
}

function send(path: string, body: string, token = api.token) {
  const { sent, answered } = begin(path, { headers: { 'content-length': Buffer.byteLength(body) } }, token);
  sent.end(body);
  return answered;
}

/**
 * Lists the open spool files of uploads in this process. The files are unlinked, but `/proc` still shows their former
 * paths.
 */
async function listSpoolFiles(): Promise<string[]> {
  const folder = '/proc/self/fd';
  const names = await readdir(folder);
  const paths = await Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')));
  return paths.filter((path) => path.includes('refrain-upload-'));
}

async function expectNothingStored(): Promise<void> {
  const accounts = (await api.store.connections.list()).map(({ account }) => account);
  expect(accounts).not.toContain('old');
  if (process.platform === 'linux') await expect.poll(listSpoolFiles, { timeout: 10_000 }).toEqual([]);
}

test('rejects an upload with a too large Content-Length before the body is sent', async () => {
  const { sent, answered } = begin('/v1/archives/old/import', { headers: { 'content-length': 1_000 * megabyte } });
  sent.flushHeaders();
  expect(await answered).toMatchObject({ status: 413, body: { code: 'too_large', detail: tooLarge } });
  sent.destroy();
  await expectNothingStored();
});

test.each([
  ['many records', line('a', { text: 'x'.repeat(1_000) }).repeat(1_200)],
  ['blank lines', `${line('a')}${'\n'.repeat(1.2 * megabyte)}`],
])('rejects an upload without Content-Length when it exceeds the limit: %s', async (_what, body) => {
  const { sent, answered } = begin('/v1/archives/old/import');
  sent.end(body);
  expect(await answered).toMatchObject({ status: 413, body: { code: 'too_large', detail: tooLarge } });
  await expectNothingStored();
});

test('rejects an upload below the size limit whose serialised records exceed the limit', async () => {
  const body = `{"type":"archive.incident","deliveryKey":"a","payload":[${'1e20,'.repeat(60_000)}1]}\n`;
  expect(body.length).toBeLessThan(megabyte / 2);
  expect(await send('/v1/archives/old/import', body)).toMatchObject({ status: 413, body: { detail: tooLarge } });
  await expectNothingStored();
});

test.runIf(process.platform === 'linux')(
  'accepts one concurrent upload per user and two in total, and frees the slot of a finished upload',
  async () => {
    const [ann = '', bob = '', eve = ''] = await Promise.all(
      ['Ann', 'Bob', 'Eve'].map(async (name) => {
        const { id: userId } = await api.store.access.addUser(name, 'admin');
        return (await api.store.access.createToken(name, null, { userId, scopes: ['admin'] })).token;
      }),
    );
    const archive = { provider: 'archive', account: 'slots', baseUrl: null, credential: null } as const;
    const { id } = await api.store.connections.ensure({ ...archive, webhookSecret: null, scope: null });
    const path = `/v1/connections/${id}/import`;
    /** Begins an upload that stays open, and waits until the API has opened its file for writing and reading. */
    const keepOpen = async (at: string, token: string, uploads: number) => {
      const begun = begin(at, {}, token);
      begun.sent.write(line(token));
      await expect.poll(listSpoolFiles, { timeout: 10_000 }).toHaveLength(2 * uploads);
      return begun;
    };
    const ofAnn = await keepOpen('/v1/archives/slots/import', ann, 1);
    const refusal = { retryAfter: '30', body: { retryable: true } };
    expect(await send(path, line('a'), ann)).toMatchObject({ status: 429, ...refusal });
    const ofBob = await keepOpen(path, bob, 2);
    expect(await send(path, line('b'), eve)).toMatchObject({ status: 503, ...refusal });
    ofAnn.sent.end();
    expect(await ofAnn.answered).toMatchObject({ status: 200 });
    expect(await send(path, line('c'), eve)).toMatchObject({ status: 200 });
    ofBob.answered.catch(() => {});
    ofBob.sent.destroy();
    await expect.poll(async () => (await send(path, line('d'), bob)).status, { timeout: 10_000 }).toBe(200);
  },
);

test('an upload occupies no slot if its sender disconnected before the upload began', async () => {
  const { importRecords } = createRecordImporter(api.deps, limitUploads(1));
  const unreachable = () => expect.unreachable('nothing arrived');
  const ofAnn = { locals: { access: { user: { id: 'ann' } } } } as unknown as Response;
  const body = Object.assign(new PassThrough().destroy(), { headers: {} }) as unknown as IncomingMessage;
  for (let times = 0; times < 3; times += 1) {
    const importing = importRecords(ofAnn, { find: unreachable, ensure: unreachable }, body);
    await expect(importing).rejects.toMatchObject({
      message: 'The upload was interrupted; nothing was stored. Send it again.',
    });
  }
});
