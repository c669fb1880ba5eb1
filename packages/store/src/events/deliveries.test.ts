import { randomInt } from 'node:crypto';
import type { EventType, PatternReport, Subscription } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { createPatternForTest, createTestDigest, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: [
    { pattern: createPatternForTest({ id: 'a', services: ['checkout'] }), members: [] },
    { pattern: createPatternForTest({ id: 'b', services: ['cart'] }), members: [] },
  ],
});
beforeEach(async () => {
  await query('delete from subscription');
});

const address = 'https://hooks.example/s3cret-address';

function subscribe(values: Partial<Omit<Subscription, 'events'>> & { readonly events?: EventType[] } = {}) {
  const { events = ['report_written'], scope = { kind: 'organisation' }, period = null } = values;
  const secret = 'whsec_s3cret';
  return store.events.addSubscription({
    kind: 'webhook',
    address,
    shown: 'https://hooks.example/…',
    secret,
    events,
    scope,
    period,
  });
}

/** Stores a report with new content. */
function writeReport(patternId = 'a') {
  const report: PatternReport = {
    pattern: createPatternForTest(),
    members: [],
    links: [],
    asOf: '2026-01-01T00:00:00.000Z',
    coverage: { failures: randomInt(2 ** 40), inPatterns: 1 },
  };
  return store.reports.ensure(patternId, report);
}

const find = async (id: string) => (await store.events.findSubscription(id)) as Subscription;
const due = () => store.events.listDueDeliveries(100);

test('the URL and the secret of a subscription are stored encrypted, and cannot be decrypted for another subscription', async () => {
  const [one, other] = [await subscribe(), await subscribe()];
  const rows = await query('select * from subscription');
  expect(rows.map((row) => Buffer.concat([row.address as Buffer, row.secret as Buffer]).toString('latin1'))).toEqual([
    expect.not.stringContaining('s3cret'),
    expect.not.stringContaining('s3cret'),
  ]);
  expect(JSON.stringify([one, await store.events.listSubscriptions()])).not.toContain('s3cret');
  expect(await store.events.readRecipient(one.id)).toMatchObject({ address, secret: 'whsec_s3cret' });
  await query('update subscription set address = (select address from subscription where id = $1) where id = $2', [
    one.id,
    other.id,
  ]);
  await expect(store.events.readRecipient(other.id)).rejects.toMatchObject({ code: 'internal' });
});

test('an event is delivered to the matching subscriptions, but not to subscriptions that are added later', async () => {
  await writeReport();
  const all = await subscribe();
  const cart = await subscribe({ scope: { kind: 'service', name: 'cart' } });
  const found = await subscribe({ events: ['pattern_found'] });
  await writeReport('a');
  await writeReport('b');
  const pending = async () => Promise.all([all, cart, found].map(async ({ id }) => (await find(id)).pending));
  expect(await pending()).toEqual([2, 1, 0]);
});

test('a digest is delivered to the subscriptions that include its scope and period', async () => {
  const events: EventType[] = ['digest_written'];
  const [whole, months, checkout] = [
    await subscribe({ events }),
    await subscribe({ events, period: 'month' }),
    await subscribe({ events, period: 'week', scope: { kind: 'service', name: 'checkout' } }),
  ];
  await store.reports.ensureDigest(createTestDigest());
  await store.reports.ensureDigest(createTestDigest({ scope: { kind: 'service', name: 'checkout' } }));
  await store.reports.ensureDigest(createTestDigest({ scope: { kind: 'service', name: 'cart' } }));
  expect([(await find(whole.id)).pending, (await find(months.id)).pending, (await find(checkout.id)).pending]).toEqual([
    1, 0, 1,
  ]);
});

test('only one process claims a delivery, and the delivery is due again if that process dies', async () => {
  const { id } = await subscribe();
  await writeReport();
  const [delivery = ''] = await due();
  const claims = await Promise.all([store, open(), open()].map((one) => one.events.claimDelivery(delivery, 60_000)));
  const [claimed] = claims.filter((claim) => claim !== null);
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  expect(claimed).toMatchObject({ subscriptionId: id, attempts: 1, event: { type: 'report_written' } });
  expect(await due()).toEqual([]);
  await query(`update delivery set due_at = now() - interval '1 second'`);
  expect(await store.events.claimDelivery(delivery, 60_000)).toMatchObject({ attempts: 2, event: claimed?.event });
  await store.events.recordDelivered(delivery);
  await query(`update delivery set due_at = now() - interval '1 second'`);
  expect([await due(), await store.events.claimDelivery(delivery, 60_000)]).toEqual([[], null]);
  expect(await find(id)).toMatchObject({ pending: 0, lastDeliveredAt: expect.any(String), lastProblem: null });
});

test('a delivery whose due time was set by a fast clock is due immediately', async () => {
  await subscribe();
  await writeReport();
  const [delivery = ''] = await due();
  await query(`update delivery set due_at = now() + interval '20 hours'`);
  expect([await due(), await store.events.claimDelivery(delivery, 60_000)]).toEqual([[], null]);
  await query(`update delivery set due_at = now() + interval '25 hours'`);
  expect(await due()).toEqual([delivery]);
  expect(await store.events.claimDelivery(delivery, 60_000)).toMatchObject({ attempts: 1 });
});

test('a failing subscription gets one delivery at a time, and does not delay other subscriptions', async () => {
  const failing = await subscribe();
  await Promise.all(Array.from({ length: 25 }, () => writeReport()));
  const [first = ''] = await due();
  expect(await due()).toHaveLength(20);
  await store.events.recordDeliveryProblem(first, {
    problem: 'The receiver failed (500)',
    retryInMs: 60_000,
    isGone: false,
  });
  expect(await due()).toHaveLength(1);
  await subscribe();
  await writeReport();
  expect(await due()).toHaveLength(2);
  expect(await find(failing.id)).toMatchObject({ state: 'on', lastProblem: 'The receiver failed (500)', pending: 26 });
});

test('a subscription that fails for days is disabled with a reason, and a successful test enables it', async () => {
  const { id } = await subscribe();
  await writeReport();
  await writeReport();
  const [first = '', second = ''] = await due();
  const last = { problem: 'The receiver failed (500)', retryInMs: null, isGone: false };
  await store.events.recordDeliveryProblem(first, last);
  expect(await find(id)).toMatchObject({ state: 'on', pending: 1, givenUp: 1 });
  await query(`update subscription set failing_since = now() - interval '4 days'`);
  await store.events.recordDeliveryProblem(second, { ...last, retryInMs: 1_000 });
  expect((await find(id)).state).toBe('on');
  await store.events.recordDeliveryProblem(second, last);
  expect(await find(id)).toMatchObject({
    state: 'off',
    reason: expect.stringContaining('days'),
    pending: 0,
    givenUp: 2,
  });
  await writeReport();
  expect([await due(), (await find(id)).pending]).toEqual([[], 0]);
  await store.events.recordTest(id, 'The receiver failed (500)');
  expect((await find(id)).state).toBe('off');
  expect(await store.events.recordTest(id, null)).toMatchObject({
    state: 'on',
    reason: null,
    lastProblem: null,
  });
  await writeReport();
  expect(await due()).toHaveLength(1);
});

test('a subscription whose receiver responds with 410 is disabled immediately, and a removed one has no deliveries', async () => {
  const { id } = await subscribe();
  await writeReport();
  const [delivery = ''] = await due();
  await store.events.recordDeliveryProblem(delivery, { problem: 'gone', retryInMs: 1_000, isGone: true });
  expect(await find(id)).toMatchObject({ state: 'off', reason: expect.stringContaining('410') });
  await store.events.removeSubscription(id);
  expect(await query('select * from delivery')).toEqual([]);
  await expect(store.events.removeSubscription(id)).rejects.toMatchObject({ code: 'not_found' });
});
