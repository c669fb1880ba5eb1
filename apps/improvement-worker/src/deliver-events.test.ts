import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { buildDigest } from '@refrain/analysis';
import { createProviderAccess, openOutbound } from '@refrain/connectors';
import { AppError, type EventType, type PatternReport, type Subscription } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { createScratchDatabase, openPlainClient, testKey } from '@refrain/store/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { createDeliverDue, createDeliverEvent } from './deliver-events.ts';
import { report } from './report-under-test.ts';

const scratch = await createScratchDatabase(inject('databaseUrl'), inject('templateDatabase'));
const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
await store.migrate();
const plain = await openPlainClient(scratch.databaseUrl);
const queue = { redisUrl: inject('redisUrl'), prefix: `deliver-test-${process.pid}` };
const producer = createProducer(queue);
const errors: unknown[] = [];
const deps = {
  store,
  producer,
  publicUrl: 'https://refrain.example',
  send: createProviderAccess({ outbound: openOutbound(['loopback']) }).sendMessage,
  random: () => 0.5,
};
const worker = await startWorker({
  ledger: store.deadLetters,
  ...{ ...queue, queue: 'improvement', concurrency: 4, onError: (error) => errors.push(error) },
  handlers: {
    'propose-improvements': async () => {},
    'approve-by-policy': async () => {},
    'ensure-issue': async () => {},
    'undo-write': async () => {},
    'sync-issue': async () => {},
    'sync-issues': async () => {},
    'follow-pattern': async () => {},
    'verify-effect': async () => {},
    'deliver-due': createDeliverDue(deps),
    'deliver-event': createDeliverEvent(deps),
  },
});

interface Taken {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}
const taken: Taken[] = [];
let answer: (response: ServerResponse) => void;
const receiver = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  taken.push({ path: request.url ?? '', headers: request.headers, text });
  answer(response);
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const address = `${origin}/s3cret`;
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

afterAll(async () => {
  await worker.close();
  await producer.close();
  receiver.closeAllConnections();
  receiver.close();
  await plain.end();
  await store.close();
  await scratch.drop();
});
beforeEach(async () => {
  await plain.query('delete from subscription');
  taken.length = 0;
  answer = (response) => void response.writeHead(204).end();
});

await store.patterns.writeGrouping({
  ...{ episodes: [], lineage: [], inputVersion: 'v' },
  patterns: [{ pattern: report.pattern, members: [] }],
});

async function subscribe(kind: Subscription['kind'] = 'webhook', events: EventType[] = ['report_written']) {
  const { id } = await store.subscriptions.add({
    ...{ kind, address, shown: origin, secret: kind === 'webhook' ? secret : null, events, period: null },
    scope: { kind: 'organisation' },
  });
  return async () => (await store.subscriptions.find(id)) as Subscription;
}

let written = 0;
function writeReport() {
  written += 1;
  const next: PatternReport = { ...report, coverage: { failures: written, inPatterns: 1 } };
  return store.reports.ensure(report.pattern.id, next);
}

async function until<T>(read: () => Promise<T> | T, isSo: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const value = await read();
    if (isSo(value)) return value;
    await wait(50);
  }
  throw new Error('it did not come to that');
}

const ask = () => producer.enqueue('deliver-due', {}, 0);
/** As if the time of everything that is owed had come. */
const hurry = () => plain.query(`update delivery set due_at = now() - interval '1 second'`);

test('an event comes signed, with ids alone, and its address is that of the API', async () => {
  const find = await subscribe();
  const { id: reportId } = await writeReport();
  await ask();
  expect(await until(find, ({ lastDeliveredAt }) => lastDeliveredAt !== null)).toMatchObject({
    owed: 0,
    lastProblem: null,
  });
  const [{ text, headers }] = taken as [Taken];
  expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual({
    type: 'report_written',
    timestamp: expect.any(String),
    data: {
      ...{ patternId: report.pattern.id, reportId, digestId: null },
      url: `https://refrain.example/v1/reports/${reportId}`,
    },
  });
  expect(taken).toHaveLength(1);
});

test('more than are asked for at a time all come, each once', async () => {
  const find = await subscribe();
  await Promise.all(Array.from({ length: 45 }, () => writeReport()));
  await ask();
  await until(find, ({ owed }) => owed === 0);
  expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(45);
  expect(taken).toHaveLength(45);
});

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['fails', (response) => void response.writeHead(500).end(address), /failed \(500\)/u],
  ['closes the connection', (response) => void response.destroy(), /Cannot reach the receiver/u],
  [
    'redirects',
    (response) => void response.writeHead(302, { location: `${origin}/elsewhere` }).end(),
    /redirects \(302\)/u,
  ],
  ['refuses', (response) => void response.writeHead(404).end(address), /refuses the message \(404\)/u],
])('a receiver that %s is tried again with the same id, and shown with its problem', async (_, wrong, problem) => {
  answer = wrong;
  const find = await subscribe();
  await writeReport();
  await ask();
  const failing = await until(find, ({ lastProblem }) => lastProblem !== null);
  expect(failing).toMatchObject({ state: 'on', owed: 1, lastProblem: expect.stringMatching(problem) });
  expect(failing.lastProblem).not.toContain('s3cret');
  answer = (response) => void response.writeHead(200).end('ok');
  await hurry();
  await ask();
  expect(await until(find, ({ owed }) => owed === 0)).toMatchObject({ lastProblem: null });
  expect(taken.map(({ path }) => path)).toEqual(['/s3cret', '/s3cret']);
  expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a receiver that is slow is given up after ten seconds; one that answers without an end is read to a bound', async () => {
  answer = () => {};
  const find = await subscribe();
  await writeReport();
  const begun = Date.now();
  await ask();
  const { lastProblem } = await until(find, (now) => now.lastProblem !== null).catch(() =>
    until(find, (now) => now.lastProblem !== null),
  );
  expect(lastProblem).toContain('within 10 s');
  expect(Date.now() - begun).toBeLessThan(20_000);
  answer = (response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write('x'.repeat(32_768)), 5);
    response.on('close', () => clearInterval(more));
  };
  await hurry();
  await ask();
  await until(find, ({ owed }) => owed === 0);
}, 40_000);

test('who dies between sending and noting it leaves it to be sent again with the same id', async () => {
  const find = await subscribe();
  await writeReport();
  const [deliveryId = ''] = await store.deliveries.listDue(1);
  const dies: typeof store.deliveries = {
    ...store.deliveries,
    recordDelivered: () => Promise.reject(new Error('killed')),
  };
  const killed = createDeliverEvent({ ...deps, store: { ...store, deliveries: dies } });
  await expect(killed({ deliveryId }, new AbortController().signal)).rejects.toThrow('killed');
  expect(taken).toHaveLength(1);
  await ask();
  await wait(300);
  expect(taken).toHaveLength(1);
  await hurry();
  await ask();
  await until(find, ({ owed }) => owed === 0);
  expect(taken).toHaveLength(2);
  expect(taken[0]?.headers['webhook-id']).toBe(taken[1]?.headers['webhook-id']);
});

test('one that says it is gone is switched off, and ten failures are enough', async () => {
  answer = (response) => void response.writeHead(410).end();
  const gone = await subscribe();
  await writeReport();
  await ask();
  expect(await until(gone, ({ state }) => state === 'off')).toMatchObject({ reason: expect.stringContaining('410') });

  answer = (response) => void response.writeHead(500).end();
  const failing = await subscribe();
  await writeReport();
  await plain.query(`update delivery set attempts = 9 where state = 'owed'`);
  await ask();
  expect(await until(failing, ({ givenUp }) => givenUp === 1)).toMatchObject({ state: 'on', owed: 0 });
});

test('what cannot even be sent is tried less and less often, and given up; what this process lacks blames nobody', async () => {
  const find = await subscribe('slack', ['pattern_found']);
  await store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: 'unsaid' },
    patterns: [{ pattern: { ...report.pattern, id: 'unsaid' }, members: [] }],
  });
  const [deliveryId = ''] = await store.deliveries.listDue(1);
  const deliverWhere = (thrown: Error) => {
    const patterns = { ...store.patterns, find: () => Promise.reject(thrown) };
    return createDeliverEvent({ ...deps, store: { ...store, patterns } })({ deliveryId }, new AbortController().signal);
  };
  await expect(deliverWhere(new AppError('unavailable', 'PostgreSQL is away'))).rejects.toThrow('is away');
  expect(await find()).toMatchObject({ owed: 1, lastProblem: null });
  await hurry();
  await expect(deliverWhere(new TypeError('it has no name'))).rejects.toThrow('it has no name');
  expect(await find()).toMatchObject({ owed: 1, lastProblem: expect.stringMatching(/^Unexpected error/u) });
  await plain.query('update delivery set attempts = 9');
  await hurry();
  await expect(deliverWhere(new TypeError('it has no name'))).rejects.toThrow('it has no name');
  expect(await find()).toMatchObject({ owed: 0, givenUp: 1 });

  const damaged = await subscribe();
  await plain.query('update subscription set address = secret where secret is not null');
  await writeReport();
  await ask();
  expect(await until(damaged, ({ lastProblem }) => lastProblem !== null)).toMatchObject({
    ...{ owed: 1, lastProblem: expect.stringMatching(/^No key opens its address/u) },
  });
});

test('Slack is told of digests and of what is new, and not of reports or of what is long past', async () => {
  const find = await subscribe('slack', ['digest_written', 'pattern_found', 'report_written']);
  await writeReport();
  const now = new Date().toISOString();
  await store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: 'w' },
    patterns: [
      { pattern: { ...report.pattern, id: 'past', lastAt: '2020-01-01T00:00:00.000Z' }, members: [] },
      { pattern: { ...report.pattern, id: 'recent', name: 'It <!here> fails', lastAt: now }, members: [] },
    ],
  });
  await store.digests.ensure(
    buildDigest({
      ...{
        scope: { kind: 'organisation' },
        episodes: [],
        changes: [],
        patterns: [],
        improvements: [],
        asOf: now,
        measurement: null,
      },
      period: { kind: 'week', from: '2026-01-26T00:00:00.000Z', until: '2026-02-02T00:00:00.000Z' },
      completeness: { accounts: 0, problems: [], gaps: 0, unassigned: { failures: 0, of: 0 } },
    }),
  );
  await ask();
  await until(find, ({ owed }) => owed === 0);
  const messages = taken.map(({ text }) => JSON.parse(text) as { text: string; blocks: unknown[] });
  expect(messages.map(({ text }) => text).sort()).toEqual([
    'A failure keeps coming back: It &lt;!here&gt; fails',
    expect.stringContaining('the week of 2026-01-26'),
  ]);
  expect(taken.every(({ headers }) => headers['webhook-signature'] === undefined)).toBe(true);
});

test('none of all this was an error of ours', () => {
  expect(errors).toEqual([]);
});

test('an event that is refused for good is in the way of no other; a replay brings it, once', async () => {
  const find = await subscribe();
  const { id: refused } = await writeReport();
  // It was tried often enough before.
  await plain.query('update delivery set attempts = 9');
  answer = (response) => void response.writeHead(taken.at(-1)?.text.includes(refused) ? 404 : 204).end();
  for (let more = 0; more < 10; more += 1) await writeReport();
  const askAndFind = async () => {
    await ask();
    return find();
  };
  await until(askAndFind, ({ owed, givenUp }) => owed === 0 && givenUp === 1);
  const [letter] = (await store.deadLetters.list({ kind: 'delivery', limit: 5 })).items;
  expect(letter).toMatchObject({ name: 'report_written', about: origin, attempts: 10, replay: 'likely' });
  expect(letter?.problem).toMatch(/./u);

  answer = (response) => void response.writeHead(204).end();
  const replay = () => store.deadLetters.askReplay({ id: letter?.id ?? '' });
  expect([(await replay()).deliveries, (await replay()).deliveries]).toEqual([1, 0]);
  await until(askAndFind, ({ owed, givenUp }) => owed === 0 && givenUp === 0);
  expect((await replay()).deliveries).toBe(0);
  expect(taken.filter(({ text }) => text.includes(refused))).toHaveLength(2);
  expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(11);
});
