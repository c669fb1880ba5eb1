import { afterAll, beforeAll, expect, it } from 'vitest';
import { assertConforms } from '../spec/assert-conforms.ts';
import { ask } from '../testing/ask.ts';
import { smallWorld } from '../testing/small-world.ts';
import { skipWithoutSpecs } from '../testing/spec-guard.ts';
import { type PagerDutyEmulator, startPagerDutyEmulator } from './start-pagerduty-emulator.ts';

const authorised = { authorization: 'Token token=pd_test', from: 'kim@example.com' };
let emulator: PagerDutyEmulator;
beforeAll(async () => {
  emulator = await startPagerDutyEmulator({
    world: smallWorld().pagerduty,
    token: 'pd_test',
    now: () => Date.parse('2026-03-20T00:00:00Z'),
  });
});
afterAll(() => emulator.close());
const get = (path: string) =>
  ask<{ incidents: { id: string }[]; total: number | null; more: boolean }>(emulator.url + path, authorised);
const ids = async (query: string) => (await get(`/incidents?${query}`)).body.incidents.map(({ id }) => id);

const subscription = {
  webhook_subscription: {
    type: 'webhook_subscription',
    events: ['incident.triggered'],
    filter: { type: 'account_reference' },
    delivery_method: { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook' },
  },
};
const reads = [
  '/abilities',
  '/services',
  '/services?query=sh&sort_by=name',
  '/services/PSHOP',
  '/incidents?date_range=all&total=true',
  '/incidents?since=2026-01-01T00:00:00Z&until=2026-06-01T00:00:00Z&sort_by=created_at:desc&statuses[]=resolved&service_ids[]=PSHOP',
  '/incidents?date_range=all&include[]=services&include[]=first_trigger_log_entries',
  '/incidents/PINC1',
  '/incidents/2',
  '/incidents/PINC3',
  '/incidents/PINC1/alerts',
  '/incidents/PINC1/notes',
  '/incidents/PINC1/log_entries',
  '/log_entries',
  '/priorities',
  '/change_events?since=2026-01-01T00:00:00Z',
  '/webhook_subscriptions?total=true',
];

it.skipIf(skipWithoutSpecs())("answers every route as PagerDuty's document says", async () => {
  const made = await ask<{ webhook_subscription: { id: string } }>(
    `${emulator.url}/webhook_subscriptions`,
    authorised,
    'POST',
    subscription,
  );
  const { id } = made.body.webhook_subscription;
  const paths = [...reads, `/webhook_subscriptions/${id}`];
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
  for (const path of ['/users/me', '/change_events?since=2026-01-01T00:00:00%2B02:00'])
    expect((await get(path)).status).toBe(400);
  for (const path of ['/incidents/PNONE', '/services/PNONE', '/nothing']) expect((await get(path)).status).toBe(404);
  expect((await ask(`${emulator.url}/webhook_subscriptions/${id}/enable`, authorised, 'POST')).status).toBe(200);
  expect((await ask(`${emulator.url}/webhook_subscriptions/${id}/ping`, authorised, 'POST')).status).toBe(202);
  const note = { note: { content: 'Seen four times' } };
  expect((await ask(`${emulator.url}/incidents/PINC1/notes`, authorised, 'POST', note)).body).toMatchObject(note);
  expect((await ask(`${emulator.url}/user`, { authorization: 'Token token=no' })).status).toBe(401);
  assertConforms(emulator.requests());
});

it('gives one month unless asked, and at most six', async () => {
  expect(await ids('')).toEqual(['PINC3']);
  expect(await ids('until=2026-02-20T00:00:00Z')).toEqual(['PINC2']);
  expect(await ids('since=2026-01-01T00:00:00Z&until=2026-03-15T00:00:00Z')).toEqual(['PINC1', 'PINC2', 'PINC3']);
  expect(await ids('date_range=all&sort_by=created_at:desc')).toEqual(['PINC3', 'PINC2', 'PINC1']);
  expect((await get('/incidents?since=2025-01-01T00:00:00Z&until=2026-01-01T00:00:00Z')).status).toBe(400);
});

it('reaches 10,000 items and no further, and counts them only when asked', async () => {
  const beyond = await ask(`${emulator.url}/incidents?date_range=all&limit=100&offset=9901`, authorised);
  expect([beyond.status, beyond.body]).toMatchObject([400, { error: { code: 2002 } }]);
  expect((await get('/incidents?date_range=all&limit=2')).body).toMatchObject({ total: null, more: true });
  expect((await get('/incidents?date_range=all&limit=2&offset=2&total=true')).body).toMatchObject({
    total: 3,
    more: false,
  });
});

it.each(['Bearer pd_test', 'Token token=wrong', ''])('refuses the credential %j with 401', async (authorization) => {
  expect((await ask(`${emulator.url}/abilities`, { authorization })).status).toBe(401);
});

it('refuses with 429 when the budget is used up and says in how many seconds it comes back', async () => {
  const small = await startPagerDutyEmulator({
    world: smallWorld().pagerduty,
    token: 'pd_test',
    limits: { requests: 1 },
  });
  expect((await ask(`${small.url}/abilities`, authorised)).headers.get('ratelimit-remaining')).toBe('0');
  const refused = await ask(`${small.url}/abilities`, authorised);
  expect(refused.status).toBe(429);
  const reset = Number(refused.headers.get('ratelimit-reset'));
  expect(reset).toBeGreaterThan(0);
  expect(reset).toBeLessThanOrEqual(60);
  await small.close();
});
