import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createApiClient } from './api-client.ts';
import { sendJson, startSimulatedApi } from './api-under-test.ts';

const Answer = z.object({ received: z.number() });

async function* lines() {
  yield 'one';
  yield 'two';
}

test('an upload is streamed line by line and carries the token', async () => {
  const api = await startSimulatedApi(async (request, response) => {
    const chunks: string[] = [];
    for await (const chunk of request.setEncoding('utf8')) chunks.push(chunk);
    const good = request.headers.authorization === 'Bearer rfr_test' && chunks.join('') === 'one\ntwo\n';
    sendJson(response, 200, { received: good ? 2 : 0 });
  });
  expect(await api.upload('/in', lines(), Answer)).toEqual({ received: 2 });
});

test('an invalid line of a file aborts the upload with the reason', async () => {
  let whole: boolean | null = null;
  const api = await startSimulatedApi((request, response) => {
    request.on('close', () => {
      whole = request.complete;
    });
    request.resume().on('end', () => sendJson(response, 200, { received: 1 }));
  });
  async function* lines() {
    yield 'one';
    throw new AppError('invalid_input', 'Line 2 is broken');
  }
  const sent = api.upload('/in', lines(), Answer);
  await expect(sent).rejects.toMatchObject({ code: 'invalid_input', message: 'Line 2 is broken' });
  await expect.poll(() => whole).toBe(false);
});

test('an error response of the API is thrown with its code and message', async () => {
  const api = await startSimulatedApi((_request, response) =>
    sendJson(response, 409, { code: 'conflict', detail: 'Not so.' }),
  );
  await expect(api.get('/x', Answer)).rejects.toMatchObject({ code: 'conflict', message: 'Not so.' });
});

test.each([200, 502])('reports that a response does not come from Refrain (HTTP %d)', async (status) => {
  const api = await startSimulatedApi((_request, response) => response.writeHead(status).end('<html>'));
  await expect(api.get('/x', Answer)).rejects.toMatchObject({
    code: 'provider_unreachable',
    message: expect.stringMatching(/^There is no Refrain at http:\/\/127\.0\.0\.1:\d+: .*Check the address/u),
  });
});

test('the error for a response of another version names the invalid fields without their values', async () => {
  const api = await startSimulatedApi((_request, response) => sendJson(response, 200, { received: 'canary' }));
  await expect(api.get('/x?secret=1', Answer)).rejects.toMatchObject({
    code: 'provider_unexpected',
    message: expect.stringMatching(
      /^Cannot read the response to \/x \(received\)\. Use this command from the version/u,
    ),
  });
});

test('reports an unknown host with the error code of the system', async () => {
  const api = createApiClient({ url: 'http://refrain.invalid', token: 'rfr_test' });
  await expect(api.get('/x', Answer)).rejects.toThrow(
    /at http:\/\/refrain\.invalid \((?:ENOTFOUND|EAI_AGAIN)\)\. Check that it is/u,
  );
});

test('sends requests for the local API to its socket, and never to its port', async () => {
  const received: (string | undefined)[] = [];
  const { url } = await startSimulatedApi(({ headers }, response) => {
    received.push(headers.authorization);
    sendJson(response, 200, { received: 0 });
  });
  const folder = await mkdtemp(join(tmpdir(), 'refrain-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const socket = join(folder, 'api.sock');
  const api = createApiClient({ url, token: 'rfr_test', socket });
  await expect(api.get('/x', Answer)).rejects.toMatchObject({
    code: 'provider_unreachable',
    message: expect.stringContaining(`did not respond at ${url} (ENOENT). Check that it is running (npm start)`),
  });
  const server = createServer(({ headers }, response) =>
    sendJson(response, 200, { received: headers.authorization === 'Bearer rfr_test' ? 1 : 0 }),
  ).listen(socket);
  onTestFinished(() => void server.close());
  expect(await api.get('/x', Answer)).toEqual({ received: 1 });
  expect(await api.upload('/in', lines(), Answer)).toEqual({ received: 1 });
  expect(received).toEqual([]);
});

test('reports a URL at which nothing listens, with what to do', async () => {
  const api = createApiClient({ url: 'http://127.0.0.1:9', token: 'rfr_test' });
  await expect(api.get('/x', Answer)).rejects.toMatchObject({
    code: 'provider_unreachable',
    message: expect.stringContaining('did not respond at http://127.0.0.1:9. Check that it is running'),
  });
});
