import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import type { PagerDutyRateLimits } from './pagerduty-rules.ts';
import { type PagerDutyEmulator, startPagerDutyEmulator } from './start-pagerduty-emulator.ts';

const authorised = { authorization: 'Token token=pd_test', from: 'kim@example.com' };
let emulator: PagerDutyEmulator;
beforeEach(async () => {
  emulator = await startPagerDutyEmulator({
    world: createSmallWorld().pagerduty,
    token: 'pd_test',
    now: () => Date.parse('2026-03-20T00:00:00Z'),
  });
});
afterEach(() => emulator.close());
const get = (path: string) =>
  requestJson<{ incidents: { id: string }[]; total: number | null; more: boolean }>(emulator.url + path, authorised);
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
  '/incidents/PINC1/log_entries?include[]=channels&is_overview=true',
  '/incidents/PINC1/past_incidents?limit=1&total=true',
  '/incidents/PINC1/related_incidents',
  '/incidents/PINC1/outlier_incident',
  '/incidents/PINC1/related_change_events',
  '/log_entries?since=2026-01-01T00:00:00Z&until=2026-03-01T00:00:00Z&total=true',
  '/log_entries/PLE1?include[]=channels',
  '/priorities',
  '/change_events?since=2026-01-01T00:00:00Z',
  '/change_events/PCHANGE1',
  '/services/PSHOP/change_events?until=2026-02-01T00:00:00Z',
  '/webhook_subscriptions?total=true',
];

it('every PagerDuty route returns its documented status', async () => {
  const made = await requestJson<{ webhook_subscription: { id: string } }>(
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
  expect((await requestJson(`${emulator.url}/webhook_subscriptions/${id}/enable`, authorised, 'POST')).status).toBe(
    200,
  );
  expect((await requestJson(`${emulator.url}/webhook_subscriptions/${id}/ping`, authorised, 'POST')).status).toBe(202);
  const update = { webhook_subscription: { active: false, events: ['incident.resolved'] } };
  const updated = await requestJson(`${emulator.url}/webhook_subscriptions/${id}`, authorised, 'PUT', update);
  expect(updated.body).toMatchObject(update);
  expect((await requestJson(`${emulator.url}/webhook_subscriptions/${id}`, authorised, 'DELETE')).status).toBe(204);
  expect((await get(`/webhook_subscriptions/${id}`)).status).toBe(404);
  const note = { note: { content: 'Seen four times' } };
  expect((await requestJson(`${emulator.url}/incidents/PINC1/notes`, authorised, 'POST', note)).body).toMatchObject(
    note,
  );
  expect((await requestJson(`${emulator.url}/user`, { authorization: 'Token token=no' })).status).toBe(401);
  expectDocumentedExchanges(emulator.requests());
});

it('the incident list covers one month by default, and at most six', async () => {
  expect(await ids('')).toEqual(['PINC3']);
  expect(await ids('until=2026-02-20T00:00:00Z')).toEqual(['PINC2']);
  expect(await ids('since=2026-01-01T00:00:00Z&until=2026-03-15T00:00:00Z')).toEqual(['PINC1', 'PINC2', 'PINC3']);
  expect(await ids('date_range=all&sort_by=created_at:desc')).toEqual(['PINC3', 'PINC2', 'PINC1']);
  expect((await get('/incidents?since=2025-01-01T00:00:00Z&until=2026-01-01T00:00:00Z')).status).toBe(400);
});

it('a list returns only the first 10,000 items, and states the total only on request', async () => {
  const beyond = await requestJson(`${emulator.url}/incidents?date_range=all&limit=100&offset=9901`, authorised);
  expect([beyond.status, beyond.body]).toMatchObject([400, { error: { code: 2002 } }]);
  expect((await get('/incidents?date_range=all&limit=2')).body).toMatchObject({ total: null, more: true });
  expect((await get('/incidents?date_range=all&limit=2&offset=2&total=true')).body).toMatchObject({
    total: 3,
    more: false,
  });
});

it.each(['Bearer pd_test', 'Token token=wrong', ''])(
  'the emulator refuses the authorization header %j with 401',
  async (authorization) => {
    expect((await requestJson(`${emulator.url}/abilities`, { authorization })).status).toBe(401);
  },
);

it('the emulator returns 429 after the rate limit is used up, with the seconds until the reset', async () => {
  const { url, close } = await startLimited({ requests: 1 });
  expect((await requestJson(`${url}/abilities`, authorised)).headers.get('ratelimit-remaining')).toBe('0');
  const refused = await requestJson(`${url}/abilities`, authorised);
  expect(refused.status).toBe(429);
  const reset = Number(refused.headers.get('ratelimit-reset'));
  expect(reset).toBeGreaterThan(0);
  expect(reset).toBeLessThanOrEqual(60);
  await close();
});

it('the emulator can be configured to omit the seconds until the reset from 429 responses, as some gateways do', async () => {
  const { url, close } = await startLimited({ requests: 1, headersOnRefusal: false });
  expect((await requestJson(`${url}/abilities`, authorised)).headers.has('ratelimit-reset')).toBe(true);
  const refused = await requestJson(`${url}/abilities`, authorised);
  expect(refused.status).toBe(429);
  expect([...refused.headers.keys()].filter((name) => name.startsWith('ratelimit'))).toEqual([]);
  await close();
});

it('the emulator enforces no rate limit and sends no rate-limit headers if limits are off', async () => {
  const { url, close } = await startLimited('off');
  const answers = await Promise.all(Array.from({ length: 100 }, () => requestJson(`${url}/abilities`, authorised)));
  expect(answers.every(({ status, headers }) => status === 200 && !headers.has('ratelimit-limit'))).toBe(true);
  await close();
});

it('the emulator expands the objects that include[] names', async () => {
  const { body } = await get('/incidents/PINC2/log_entries?include[]=incidents&include[]=services&include[]=channels');
  expect(body).toMatchObject({
    log_entries: [
      {
        channel: { type: 'api', details: { host: 'web-1' } },
        incident: { type: 'incident', incident_number: 2 },
        service: { type: 'service', name: 'shop' },
      },
    ],
  });
});

it("the emulator lists the account's log entries of a period, newest first", async () => {
  const list = async (query: string) => {
    const { body } = await requestJson<{ log_entries: { id: string }[] }>(
      `${emulator.url}/log_entries?${query}`,
      authorised,
    );
    return body.log_entries.map(({ id }) => id);
  };
  expect(await list('until=2026-03-20T00:00:00Z')).toEqual(['PLE3', 'PLE2', 'PLE1']);
  expect(await list('since=2026-01-10T10:00:00Z&until=2026-03-10T10:00:00Z')).toEqual(['PLE2', 'PLE1']);
  expect((await get('/log_entries?since=yesterday')).status).toBe(400);
});

it('the emulator lists change events of an account, a service and an incident, and requires times in UTC', async () => {
  const list = async (path: string) => {
    const { body } = await requestJson<{ change_events: { id: string }[] }>(emulator.url + path, authorised);
    return body.change_events.map(({ id }) => id);
  };
  expect(await list('/change_events')).toEqual(['PCHANGE2', 'PCHANGE1']);
  expect(await list('/change_events?until=2026-02-10T09:30:00Z')).toEqual(['PCHANGE1']);
  expect(await list('/services/PSHOP/change_events?since=2026-02-10T09:30:00Z')).toEqual(['PCHANGE2']);
  expect(await list('/incidents/PINC2/related_change_events')).toEqual(['PCHANGE2']);
  for (const since of ['2026-01-01T00:00:00%2B02:00', '2026-01-01T00:00:00', '2026-01-01'])
    expect([since, (await get(`/change_events?since=${since}`)).status]).toEqual([since, 400]);
});

it('the emulator finds past incidents of the same service with the same title', async () => {
  const { body } = await get('/incidents/PINC3/past_incidents');
  expect(body).toMatchObject({ past_incidents: [{ incident: { id: 'PINC2' } }, { incident: { id: 'PINC1' } }] });
});

it.each([402, 403, 404] as const)(
  'the emulator returns status %i for features that the plan of the account lacks',
  async (refusal) => {
    emulator.setPlan({ refusal });
    for (const name of ['past_incidents', 'related_incidents', 'outlier_incident', 'related_change_events'])
      expect((await get(`/incidents/PINC1/${name}`)).status).toBe(refusal);
    expect((await get('/incidents/PINC1')).status).toBe(200);
    emulator.setPlan({ refusal: null });
    expect((await get('/incidents/PINC1/past_incidents')).status).toBe(200);
  },
);

it("the emulator interprets a time without an offset in the account's time zone", async () => {
  const zone = 'America/New_York';
  expect(await ids('since=2026-02-10T05:00:00&until=2026-02-10T05:00:01')).toEqual(['PINC2']);
  expect(await ids('since=2026-02-10T10:00:00&until=2026-02-10T10:00:01')).toEqual([]);
  expect(await ids(`since=2026-02-10T05:00:00&until=2026-02-10T05:00:01&time_zone=${zone}`)).toEqual(['PINC2']);
  expect(await ids('since=2026-02-10T10:00:00&until=2026-02-10T10:00:01&time_zone=UTC')).toEqual(['PINC2']);
});

function startLimited(limits: PagerDutyRateLimits | 'off') {
  return startPagerDutyEmulator({ world: createSmallWorld().pagerduty, token: 'pd_test', limits });
}
