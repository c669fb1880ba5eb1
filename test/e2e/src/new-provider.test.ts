import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApiUnderTest } from '@refrain/api/testing';
import {
  providers as builtIn,
  createProviderAccess,
  createProviderRegistry,
  createProviderSource,
  openOutboundConnections,
} from '@refrain/connectors';
import { defineFailureSourceTests } from '@refrain/connectors/source-contract';
import { defaultConnectionScope, type FailureResponse, hourInMs, minuteInMs } from '@refrain/domain';
import { createHandlers, maxConcurrentJobs } from '@refrain/ingest-worker/handlers';
import { createProducer, startWorker } from '@refrain/jobs';
import { expect, inject, onTestFinished, test } from 'vitest';
import { signStatusPageDelivery, startStatusPageEmulator, statusPageAuthor, token } from './statuspage/emulator.ts';
import { statuspage } from './statuspage/index.ts';

const providers = createProviderRegistry([...builtIn.entries, statuspage]);
const run = promisify(execFile);

defineFailureSourceTests(statuspage, async () => {
  const emulator = await startStatusPageEmulator(12);
  const address = { provider: 'statuspage', account: 'acme', baseUrl: emulator.url, scope: defaultConnectionScope };
  return {
    open: () => createProviderSource(address, token, { providers }),
    scope: defaultConnectionScope,
    people: [statusPageAuthor],
    secrets: [token],
    now: '2026-11-01T00:00:00.000Z',
    revoke: emulator.revokeToken,
    sign: (body, secret) => ({ headers: signStatusPageDelivery(body, secret), body: Buffer.from(body) }),
    countWebhooks: emulator.countSubscriptions,
    close: emulator.close,
  };
});

test('the connector of a new provider has at most 300 lines', () => {
  const folder = join(import.meta.dirname, 'statuspage');
  const files = readdirSync(folder).filter((file) => file !== 'emulator.ts');
  const lines = files.map((file) => readFileSync(join(folder, file), 'utf8').split('\n').length - 1);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(300);
});

test('a provider with one registry entry can be connected and synced, receives webhooks, and is listed by API and CLI', async () => {
  const emulator = await startStatusPageEmulator(12);
  onTestFinished(emulator.close);
  const queuePrefix = `new-provider-${randomUUID()}`;
  const api = await startApiUnderTest({ providers, queuePrefix });
  const { store, ask } = api;
  const redis = { redisUrl: inject('redisUrl'), prefix: queuePrefix };
  const producer = createProducer(redis);
  const access = createProviderAccess({ providers, outbound: openOutboundConnections(['loopback']) });
  const { beginWrite, finishWrite } = store.outbox;
  const deps = {
    store,
    producer,
    providers,
    openSource: (connection: Parameters<typeof access.createSource>[0], credential: string) =>
      access.createSource(connection, credential, {
        begin: (write) => beginWrite(connection.id ?? '', write),
        complete: finishWrite,
      }),
    catalogue: { read: () => Promise.reject(new Error('A status page has no repositories.')) },
    now: Date.now,
  };
  const settings = { publicUrl: api.url, payloadDays: 90, syncEveryMs: minuteInMs, fullSyncEveryMs: hourInMs };
  const worker = await startWorker({
    ...redis,
    queue: 'ingest',
    concurrency: maxConcurrentJobs,
    handlers: createHandlers(deps, {
      ...settings,
      connectionCheckEveryMs: minuteInMs,
      completenessCheckEveryMs: hourInMs,
    }),
    ledger: store.operations,
    onError: (error) => expect.unreachable(error.message),
  });
  onTestFinished(async () => {
    await worker.close();
    await producer.close();
  });

  const offered = (await ask('GET', '/v1/providers')).body.items;
  expect(offered).toContainEqual(statuspage.descriptor);
  const wanted = { provider: 'statuspage', credential: token, baseUrl: emulator.url };
  const connected = await ask('POST', '/v1/connections', wanted);
  expect(connected).toMatchObject({ status: 201, body: { connection: { provider: 'statuspage', account: 'acme' } } });
  const { id } = connected.body.connection as { id: string };
  expect((await ask('POST', `/v1/connections/${id}/backfill`, {})).status).toBe(202);

  const titles = async () => {
    const { body } = await ask('GET', `/v1/failures?connectionId=${id}&limit=100`);
    return (body.items as FailureResponse[]).map(({ title }) => title);
  };
  await expect.poll(titles).toHaveLength(12);
  await expect
    .poll(async () => emulator.countSubscriptions(`${api.url}${await store.connections.readWebhookPath(id)}`))
    .toBe(1);

  await emulator.publish('Search: index is read-only', '2026-03-01T00:00:00.000Z');
  await expect.poll(titles).toContain('Search: index is read-only');
  expect(await store.connections.find(id)).toMatchObject({ status: 'active', webhook: { state: 'active' } });

  const env = { ...process.env, REFRAIN_URL: api.url, REFRAIN_TOKEN: api.token };
  const command = join(import.meta.dirname, '../../../apps/cli/dist/main.js');
  const { stdout } = await run(process.execPath, [command, 'failures'], { env });
  expect(stdout).toContain('Search: index is read-only');
  const listed = await ask('GET', '/v1/connections');
  expect(listed.body.items).toMatchObject([{ id, provider: 'statuspage', account: 'acme' }]);
});
