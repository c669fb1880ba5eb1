import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../http/clock.ts';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { type PagerDutyEmulator, startPagerDutyEmulator } from './start-pagerduty-emulator.ts';

const authorised = { authorization: 'Token token=t' };
let clock: VirtualClock;
let emulator: PagerDutyEmulator;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
beforeEach(async () => {
  const world = createSmallWorld().pagerduty;
  const services = [
    ...world.services,
    { id: 'PCART', name: 'cart', description: '', createdAt: '2026-01-01T00:00:00Z' },
  ];
  clock = createVirtualClock(Date.parse('2026-03-20T00:00:00Z'));
  emulator = await startPagerDutyEmulator({ world: { ...world, services }, token: 't', clock });
  receiver = await startWebhookReceiver();
  await requestJson(`${emulator.url}/webhook_subscriptions`, authorised, 'POST', {
    webhook_subscription: {
      type: 'webhook_subscription',
      events: [
        ...['triggered', 'acknowledged', 'unacknowledged', 'escalated', 'resolved', 'reopened'],
        ...['annotated', 'priority_updated', 'service_updated', 'responder.added', 'responder.replied'],
      ]
        .map((name) => `incident.${name}`)
        .concat('service.deleted'),
      filter: { type: 'account_reference' },
      delivery_method: { type: 'http_delivery_method', url: receiver.url },
    },
  });
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});
const get = async <T>(path: string) => (await requestJson<T>(emulator.url + path, authorised)).body;
const heard = () => receiver.received.map(({ body }) => JSON.parse(body).event);
const logOf = async (id: string) => {
  const { log_entries } = await get<{ log_entries: { type: string; summary: string }[] }>(
    `/incidents/${id}/log_entries`,
  );
  return log_entries.map(({ type }) => type.replace('_log_entry', '')).reverse();
};

it('an incident moves through its states, and its log records each transition', async () => {
  const { id } = await emulator.openIncident({ title: 'Search is slow', service: 'shop', priority: 'P2' });
  await emulator.acknowledgeIncident({ id });
  expect(await get(`/incidents/${id}`)).toMatchObject({ incident: { status: 'acknowledged' } });
  await emulator.unacknowledgeIncident({ id });
  expect(await get(`/incidents/${id}`)).toMatchObject({ incident: { status: 'triggered', acknowledgements: [] } });
  await emulator.escalateIncident({ id });
  await emulator.setPriority({ id, priority: 'P1' });
  await emulator.addNote({ id, content: 'Index rebuilt' });
  await emulator.addResponder({ id, userId: 'PKIM' });
  await emulator.addResponder({ id, userId: 'PKIM', state: 'joined' });
  await emulator.setField({ id, name: 'mitigated_at', value: '2026-03-20T00:00:00Z' });
  await emulator.moveIncident({ id, service: 'cart' });
  await emulator.resolveIncident({ id });
  await emulator.reopenIncident({ id });
  expect(await get(`/incidents/${id}`)).toMatchObject({
    incident: {
      status: 'triggered',
      priority: { summary: 'P1' },
      service: { id: 'PCART' },
      incidents_responders: [{ state: 'joined', user: { id: 'PKIM' } }],
    },
  });
  expect(await logOf(id)).toEqual(
    [
      'trigger',
      'assign',
      'notify',
      'acknowledge',
      'unacknowledge',
      'escalate',
      'field_value_change',
      'annotate',
    ].concat('custom_field_value_change', 'resolve', 'trigger'),
  );
  expect(heard().map(({ event_type }) => event_type.replace('incident.', ''))).toEqual([
    ...['triggered', 'acknowledged', 'unacknowledged', 'escalated', 'priority_updated', 'annotated'],
    ...['responder.added', 'responder.replied', 'service_updated', 'resolved', 'reopened'],
  ]);
  const overview = await get<{ log_entries: { type: string }[] }>(`/incidents/${id}/log_entries?is_overview=true`);
  expect(overview.log_entries.map(({ type }) => type)).not.toContain('notify_log_entry');
  expect(await get('/log_entries?limit=1')).toMatchObject({ log_entries: [{ incident: { id }, summary: 'Reopened' }] });
});

it('merging incidents resolves the source incidents, links them to the target incident, and moves their alerts to it', async () => {
  const open = (title: string) => emulator.openIncident({ title, service: 'shop' });
  const [target, source] = [await open('target'), await open('source')];
  await emulator.mergeIncidents({ id: target.id, sources: [source.id, 'PINC1'] });
  const reason = { type: 'merge_resolve_reason', incident: { id: target.id } };
  for (const id of [source.id, 'PINC1'])
    expect(await get(`/incidents/${id}`)).toMatchObject({
      incident: { status: 'resolved', resolve_reason: reason, alert_counts: { all: 0 } },
    });
  expect(await get(`/incidents/${target.id}`)).toMatchObject({ incident: { alert_counts: { all: 3 } } });
  const [entry] = (await get<{ log_entries: { summary: string }[] }>(`/incidents/${source.id}/log_entries`))
    .log_entries;
  expect(entry).toMatchObject({ type: 'resolve_log_entry', summary: `Merged into incident #${target.number}` });
  expect(heard().slice(2)).toMatchObject([
    { event_type: 'incident.resolved', data: { id: source.id, resolve_reason: reason } },
  ]);
});

it("responses conform to PagerDuty's API description after every action", async () => {
  const { id } = await emulator.openIncident({ title: 'target', service: 'shop' });
  await emulator.acknowledgeIncident({ id });
  await emulator.addNote({ id, content: 'Seen' });
  await emulator.addResponder({ id, userId: 'PKIM' });
  await emulator.setField({ id, name: 'mitigated_at', value: 'now' });
  await emulator.setPriority({ id, priority: 'P1' });
  await emulator.mergeIncidents({ id, sources: ['PINC3'] });
  emulator.sendChangeEvent({ summary: 'Deployed', services: ['shop'] });
  await emulator.deleteService({ service: 'shop' });
  for (const path of ['PINC3', id].flatMap((one) =>
    ['', '/log_entries', '/notes', '/alerts'].map((of) => `${one}${of}`),
  ))
    await get(`/incidents/${path}`);
  for (const path of ['/incidents?date_range=all', '/log_entries', '/change_events', '/services']) await get(path);
  for (const name of ['related_incidents', 'outlier_incident', 'related_change_events'])
    await get(`/incidents/${id}/${name}`);
  expectDocumentedExchanges(emulator.requests());
});

it('a deleted service returns 404, but its incidents still exist', async () => {
  await emulator.deleteService({ service: 'shop' });
  expect((await requestJson(`${emulator.url}/services/PSHOP`, authorised)).status).toBe(404);
  expect((await requestJson(`${emulator.url}/services/PSHOP/change_events`, authorised)).status).toBe(404);
  expect(await get('/services')).toMatchObject({ services: [{ id: 'PCART' }] });
  expect(await get('/incidents/PINC1')).toMatchObject({ incident: { service: { id: 'PSHOP', summary: 'shop' } } });
  await expect(emulator.openIncident({ title: 'x', service: 'shop' })).rejects.toThrow(/no service shop/u);
  expect(heard()).toMatchObject([{ event_type: 'service.deleted', data: { id: 'PSHOP' } }]);
});

it('a change event is stored and sends no webhook', async () => {
  await clock.advance(60_000);
  const { id } = emulator.sendChangeEvent({ summary: 'Deployed cart', services: ['cart'], details: { version: '2' } });
  expect(await get('/services/PCART/change_events')).toMatchObject({
    change_events: [{ id, summary: 'Deployed cart', services: [{ id: 'PCART' }], custom_details: { version: '2' } }],
  });
  expect(emulator.listChangeEvents().map((event) => event.id)).toEqual(['PCHANGE1', 'PCHANGE2', id]);
  expect(heard()).toEqual([]);
});

it.each([
  ['/incidents/PNONE/resolve', {}, 404],
  ['/incidents/PINC1/resolve', {}, 409],
  ['/incidents/PINC3/reopen', {}, 409],
  ['/incidents/PINC3/merge', { sources: [] }, 400],
  ['/change-events', { summary: 'x', services: ['nowhere'] }, 404],
  ['/deleted-services', { service: 'nowhere' }, 404],
  ['/plan', { refusal: 500 }, 400],
  ['/rotated-secrets', { id: 'PNONE' }, 404],
  ['/incidents/PINC3/merge', { sources: ['PINC2'] }, 200],
  ['/change-events', { summary: 'x', services: ['cart'] }, 200],
  ['/scopes', { scopes: [] }, 200],
  ['/revoked-credentials', undefined, 200],
])('the control route %s responds to the body %j with status %i', async (path, body, status) => {
  expect((await requestJson(`${emulator.url}/_emulator${path}`, {}, 'POST', body)).status).toBe(status);
});
