import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildDigest } from '@refrain/analysis';
import { createProviderAccess, openOutboundConnections } from '@refrain/connectors';
import { AppError, type EventType, hourInMs, type PatternReport, type Subscription } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { createNoOpHandlers } from '@refrain/jobs/testing';
import { cleanUpAfterTest, openStoreUnderTest } from '@refrain/store/under-test';
import { Webhook } from 'standardwebhooks';
import { expect, inject, test, vi } from 'vitest';
import { exampleReport } from '../report-under-test.ts';
import {
  createDeliverDueEventsHandler,
  createDeliverEventHandler,
  type EventDeliveryDeps,
  findDeliveryRetryDelayMs,
} from './deliver-events.ts';

interface Delivered {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

async function startReceiver() {
  const delivered: Delivered[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    delivered.push({ path: request.url ?? '', headers: request.headers, text });
    receiver.answer(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanUpAfterTest(async () => {
    server.closeAllConnections();
    server.close();
  });
  const receiver = {
    delivered,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (response: ServerResponse): void => void response.writeHead(204).end(),
  };
  return receiver;
}

const { store, query } = await openStoreUnderTest();

/** Starts a worker that delivers the events of a new pattern to a receiver, after removing the subscriptions of other tests. */
async function startDeliveries({ messageTimeoutMs = 10_000 } = {}) {
  await query('delete from subscription');
  const pattern = { ...exampleReport.pattern, id: randomUUID() };
  const receiver = await startReceiver();
  const address = `${receiver.origin}/s3cret`;
  const queue = { redisUrl: inject('redisUrl'), prefix: `deliver-test-${randomUUID()}` };
  const producer = createProducer(queue);
  const errors: unknown[] = [];
  const deps: EventDeliveryDeps = {
    store,
    producer,
    publicUrl: 'https://refrain.example',
    send: createProviderAccess({ outbound: openOutboundConnections(['loopback']), messageTimeoutMs }).sendMessage,
    random: () => 0.5,
  };
  const worker = await startWorker({
    ledger: store.operations,
    ...queue,
    queue: 'improvement',
    concurrency: 4,
    onError: (error) => errors.push(error),
    handlers: {
      ...createNoOpHandlers('improvement'),
      'deliver-due': createDeliverDueEventsHandler(deps),
      'deliver-event': createDeliverEventHandler(deps),
    },
  });
  cleanUpAfterTest(async () => {
    await worker.close();
    await producer.close();
  });
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: pattern.id,
    patterns: [{ pattern, members: [] }],
  });

  let written = 0;
  return {
    pattern,
    receiver,
    deps,
    errors,
    async subscribe(kind: Subscription['kind'] = 'webhook', events: EventType[] = ['report_written']) {
      const { id } = await store.events.addSubscription({
        kind,
        address,
        shown: receiver.origin,
        secret: kind === 'webhook' ? secret : null,
        events,
        period: null,
        scope: { kind: 'organisation' },
      });
      return async () => (await store.events.findSubscription(id)) as Subscription;
    },
    writeReport() {
      written += 1;
      const next: PatternReport = { ...exampleReport, pattern, coverage: { failures: written, inPatterns: 1 } };
      return store.reports.ensure(pattern.id, next);
    },
    deliverDue: () => producer.enqueue('deliver-due', {}, 0),
    untilIdle: () =>
      vi.waitFor(
        async () => expect((await producer.counts()).improvement).toMatchObject({ waiting: 0, active: 0, delayed: 0 }),
        { timeout: 30_000, interval: 20 },
      ),
    skipWaits: () => query(`update delivery set due_at = now() - interval '1 second'`),
  };
}

async function until<T>(read: () => Promise<T> | T, isSo: (value: T) => boolean): Promise<T> {
  return vi.waitFor(
    async () => {
      const value = await read();
      if (!isSo(value)) throw new Error(`Still ${JSON.stringify(value)}`);
      return value;
    },
    { timeout: 40_000, interval: 50 },
  );
}

test('delivers an event with a signature, ids only, and the API URL of the resource', async () => {
  const { pattern, receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  const find = await subscribe();
  const { id: reportId } = await writeReport();
  await deliverDue();
  expect(await until(find, ({ lastDeliveredAt }) => lastDeliveredAt !== null)).toMatchObject({
    pending: 0,
    lastProblem: null,
  });
  const [{ text, headers }] = receiver.delivered as [Delivered];
  expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual({
    type: 'report_written',
    timestamp: expect.any(String),
    data: {
      patternId: pattern.id,
      reportId,
      digestId: null,
      url: `https://refrain.example/v1/reports/${reportId}`,
    },
  });
  expect(receiver.delivered).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('delivers each event once, even if there are more events than one job enqueues', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  const find = await subscribe();
  await Promise.all(Array.from({ length: 45 }, () => writeReport()));
  await deliverDue();
  await until(find, ({ pending }) => pending === 0);
  expect(new Set(receiver.delivered.map(({ headers }) => headers['webhook-id'])).size).toBe(45);
  expect(receiver.delivered).toHaveLength(45);
  expect(errors).toEqual([]);
});

test.each<[string, (response: ServerResponse, origin: string) => void, RegExp]>([
  ['fails', (response, origin) => void response.writeHead(500).end(`${origin}/s3cret`), /failed \(500\)/u],
  ['closes the connection', (response) => void response.destroy(), /Cannot reach the receiver/u],
  [
    'redirects',
    (response, origin) => void response.writeHead(302, { location: `${origin}/elsewhere` }).end(),
    /redirects \(302\)/u,
  ],
  [
    'refuses',
    (response, origin) => void response.writeHead(404).end(`${origin}/s3cret`),
    /refuses the message \(404\)/u,
  ],
])('retries with the same id and shows the problem if the receiver %s', async (_, wrong, problem) => {
  const { receiver, errors, subscribe, writeReport, deliverDue, skipWaits } = await startDeliveries();
  receiver.answer = (response) => wrong(response, receiver.origin);
  const find = await subscribe();
  await writeReport();
  await deliverDue();
  const failing = await until(find, ({ lastProblem }) => lastProblem !== null);
  expect(failing).toMatchObject({ state: 'on', pending: 1, lastProblem: expect.stringMatching(problem) });
  expect(failing.lastProblem).not.toContain('s3cret');
  receiver.answer = (response) => void response.writeHead(200).end('ok');
  await skipWaits();
  await deliverDue();
  expect(await until(find, ({ pending }) => pending === 0)).toMatchObject({ lastProblem: null });
  expect(receiver.delivered.map(({ path }) => path)).toEqual(['/s3cret', '/s3cret']);
  expect(new Set(receiver.delivered.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(errors).toEqual([]);
});

test('a delivery fails if the receiver does not respond in time', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries({ messageTimeoutMs: 300 });
  receiver.answer = () => {};
  const find = await subscribe();
  await writeReport();
  await deliverDue();
  const { lastProblem } = await until(find, (now) => now.lastProblem !== null);
  expect(lastProblem).toContain('within 0.3 s');
  expect(errors).toEqual([]);
});

test('stops reading an endless response at a size limit', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  receiver.answer = (response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write('x'.repeat(32_768)), 5);
    response.on('close', () => clearInterval(more));
  };
  const find = await subscribe();
  await writeReport();
  await deliverDue();
  await until(find, ({ pending }) => pending === 0);
  expect(errors).toEqual([]);
});

test('sends a message again with the same id if the worker dies before it records the delivery', async () => {
  const { deps, receiver, errors, subscribe, writeReport, deliverDue, untilIdle, skipWaits } = await startDeliveries();
  const find = await subscribe();
  await writeReport();
  const [deliveryId = ''] = await store.events.listDueDeliveries(1);
  const dies: typeof store.events = {
    ...store.events,
    recordDelivered: () => Promise.reject(new Error('killed')),
  };
  const killed = createDeliverEventHandler({ ...deps, store: { ...store, events: dies } });
  await expect(killed({ deliveryId }, new AbortController().signal)).rejects.toThrow('killed');
  expect(receiver.delivered).toHaveLength(1);
  await deliverDue();
  await untilIdle();
  expect(receiver.delivered).toHaveLength(1);
  await skipWaits();
  await deliverDue();
  await until(find, ({ pending }) => pending === 0);
  expect(receiver.delivered).toHaveLength(2);
  expect(receiver.delivered[0]?.headers['webhook-id']).toBe(receiver.delivered[1]?.headers['webhook-id']);
  expect(errors).toEqual([]);
});

test('disables a receiver that responds with 410, and gives up an event after ten attempts', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  receiver.answer = (response) => void response.writeHead(410).end();
  const gone = await subscribe();
  await writeReport();
  await deliverDue();
  expect(await until(gone, ({ state }) => state === 'off')).toMatchObject({ reason: expect.stringContaining('410') });

  receiver.answer = (response) => void response.writeHead(500).end();
  const failing = await subscribe();
  await writeReport();
  await query(`update delivery set attempts = 9 where state = 'pending'`);
  await deliverDue();
  expect(await until(failing, ({ givenUp }) => givenUp === 1)).toMatchObject({ state: 'on', pending: 0 });
  expect(errors).toEqual([]);
});

test('retries and then gives up an event that cannot be rendered, but records no problem while PostgreSQL is down', async () => {
  const { deps, errors, subscribe, writeReport, deliverDue, skipWaits } = await startDeliveries();
  const find = await subscribe('slack', ['pattern_found']);
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'unsaid',
    patterns: [{ pattern: { ...exampleReport.pattern, id: 'unsaid' }, members: [] }],
  });
  const [deliveryId = ''] = await store.events.listDueDeliveries(1);
  const deliverWhere = (thrown: Error) => {
    const patterns = { ...store.patterns, find: () => Promise.reject(thrown) };
    return createDeliverEventHandler({ ...deps, store: { ...store, patterns } })(
      { deliveryId },
      new AbortController().signal,
    );
  };
  await expect(deliverWhere(new AppError('unavailable', 'PostgreSQL is away'))).rejects.toThrow('is away');
  expect(await find()).toMatchObject({ pending: 1, lastProblem: null });
  await skipWaits();
  await expect(deliverWhere(new TypeError('it has no name'))).rejects.toThrow('it has no name');
  expect(await find()).toMatchObject({ pending: 1, lastProblem: expect.stringMatching(/^Unexpected error/u) });
  await query('update delivery set attempts = 9');
  await skipWaits();
  await expect(deliverWhere(new TypeError('it has no name'))).rejects.toThrow('it has no name');
  expect(await find()).toMatchObject({ pending: 0, givenUp: 1 });

  const damaged = await subscribe();
  await query('update subscription set address = secret where secret is not null');
  await writeReport();
  await deliverDue();
  expect(await until(damaged, ({ lastProblem }) => lastProblem !== null)).toMatchObject({
    pending: 1,
    lastProblem: expect.stringMatching(/^No key decrypts the stored URL/u),
  });
  expect(errors).toEqual([]);
});

test('sends digests and new patterns to Slack, but no reports and no old patterns', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  const find = await subscribe('slack', ['digest_written', 'pattern_found', 'report_written']);
  await writeReport();
  const now = new Date().toISOString();
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'w',
    patterns: [
      { pattern: { ...exampleReport.pattern, id: 'past', lastAt: '2020-01-01T00:00:00.000Z' }, members: [] },
      { pattern: { ...exampleReport.pattern, id: 'recent', name: 'It <!here> fails', lastAt: now }, members: [] },
    ],
  });
  await store.reports.ensureDigest(
    buildDigest({
      scope: { kind: 'organisation' },
      episodes: [],
      changes: [],
      patterns: [],
      improvements: [],
      asOf: now,
      measurement: null,
      period: { kind: 'week', from: '2026-01-26T00:00:00.000Z', until: '2026-02-02T00:00:00.000Z' },
      completeness: { accounts: 0, problems: [], gaps: 0, unassigned: { failures: 0, of: 0 } },
    }),
  );
  await deliverDue();
  await until(find, ({ pending }) => pending === 0);
  const messages = receiver.delivered.map(({ text }) => JSON.parse(text) as { text: string; blocks: unknown[] });
  expect(messages.map(({ text }) => text).sort()).toEqual([
    expect.stringContaining('week of 26 Jan 2026'),
    'New pattern: It &lt;!here&gt; fails',
  ]);
  expect(receiver.delivered.every(({ headers }) => headers['webhook-signature'] === undefined)).toBe(true);
  expect(errors).toEqual([]);
});

test('a permanently refused event does not delay others, and a replay delivers it once', async () => {
  const { receiver, errors, subscribe, writeReport, deliverDue } = await startDeliveries();
  const find = await subscribe();
  const { id: refused } = await writeReport();
  // The delivery has used up its attempts, so it is given up if the receiver refuses it again.
  await query('update delivery set attempts = 9');
  receiver.answer = (response) =>
    void response.writeHead(receiver.delivered.at(-1)?.text.includes(refused) ? 404 : 204).end();
  for (let more = 0; more < 10; more += 1) await writeReport();
  const deliverAndFind = async () => {
    await deliverDue();
    return find();
  };
  await until(deliverAndFind, ({ pending, givenUp }) => pending === 0 && givenUp === 1);
  const [letter] = (await store.operations.listDeadLetters({ kind: 'delivery', limit: 5 })).items;
  expect(letter).toMatchObject({ name: 'report_written', subject: receiver.origin, attempts: 10, replay: 'likely' });
  expect(letter?.problem).toMatch(/./u);

  receiver.answer = (response) => void response.writeHead(204).end();
  const replay = () => store.operations.requestReplay({ id: letter?.id ?? '' });
  expect([(await replay()).deliveries, (await replay()).deliveries]).toEqual([1, 0]);
  await until(deliverAndFind, ({ pending, givenUp }) => pending === 0 && givenUp === 0);
  expect((await replay()).deliveries).toBe(0);
  expect(receiver.delivered.filter(({ text }) => text.includes(refused))).toHaveLength(2);
  expect(new Set(receiver.delivered.map(({ headers }) => headers['webhook-id'])).size).toBe(11);
  expect(errors).toEqual([]);
});

test('ten attempts span a little more than a day, after which the delivery is given up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (attempts) => findDeliveryRetryDelayMs(attempts, null, 0.5) ?? Number.NaN,
  );
  expect(waits.slice(0, 3)).toEqual([10_000, 30_000, 90_000]);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / hourInMs;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(30);
  expect(findDeliveryRetryDelayMs(10, null, 0.5)).toBeNull();
});

test('the delay that the receiver requests is respected up to a limit', () => {
  expect(findDeliveryRetryDelayMs(1, 120, 0)).toBe(120_000);
  expect(findDeliveryRetryDelayMs(1, 1, 0)).toBe(8_750);
  expect(findDeliveryRetryDelayMs(1, 1e9, 0)).toBe(6 * hourInMs);
});
