import { createHmac } from 'node:crypto';
import { type FailureSource, providers } from '@refrain/connectors';
import { defaultConnectionScope, type FailureDraft, hourInMs } from '@refrain/domain';
import { expect, it } from 'vitest';
import { neverAborted } from '../pull-all-pages.ts';
import {
  createPagerDutyIncidentWorld,
  createSamplePagerDutyWorld,
  parseFailuresFromResponsePages,
  pullStream,
  startEmulatedPagerDutyAccount,
} from './emulated-account.ts';
import { startRecordingReceiver } from './recording-receiver.ts';

async function startAndOpen() {
  const { emulator, open } = await startEmulatedPagerDutyAccount(
    createPagerDutyIncidentWorld(3, (place) => `2026-01-0${place + 1}T10:00:00Z`),
  );
  const wanted = { title: 'Checkout fails', service: 'queue', details: { host: 'web-1' } };
  const { id } = await emulator.openIncident({ ...wanted, at: '2026-10-20T10:00:00Z' });
  return { emulator, open, id };
}

async function readOne(open: () => FailureSource, id: string): Promise<FailureDraft | undefined> {
  return parseFailuresFromResponsePages(await pullStream(open())).find(({ externalId }) => externalId === id);
}

it('a parsed incident has its times and the number of responders, but no names of people', async () => {
  const { emulator, open, id } = await startAndOpen();
  const at = (hour: number) => `2026-10-20T${hour}:00:00Z`;
  await emulator.acknowledgeIncident({ id, at: at(11) });
  const content =
    'Odalys Quennell: see https://github.com/acme/shop/issues/7, and https://grafana.example/d/1 (https://github.com/acme/docs/blob/main/post/cache.md).';
  await emulator.addNote({ id, at: at(12), content });
  await emulator.resolveIncident({ id, at: at(13) });
  await emulator.reopenIncident({ id, at: at(14) });
  await emulator.resolveIncident({ id, at: at(15) });
  const failure = await readOne(open, id);
  expect(failure).toMatchObject({
    occurredAt: '2026-10-20T10:00:00.000Z',
    resolvedAt: '2026-10-20T15:00:00.000Z',
    timing: {
      acknowledgedAt: '2026-10-20T11:00:00.000Z',
      mitigatedAt: null,
      reopenedAt: ['2026-10-20T14:00:00.000Z'],
    },
    urgency: 'high',
    responders: 1,
    references: ['https://github.com/acme/shop/issues/7', 'https://github.com/acme/docs/blob/main/post/cache.md'],
    version: '2026-10-20T15:00:00.000Z',
  });
  expect(failure?.text).toContain('host: web-1');
  expect(failure?.text).toContain('responder 1: see');
});

it('a merged incident is not a failure and refers to the incident it was merged into, both by sync and by webhook', async () => {
  const { emulator, open, id } = await startAndOpen();
  const receiver = await startRecordingReceiver();
  const made = await open().ensureWebhook(
    { url: receiver.url, secret: null, id: null, hasReceived: true },
    neverAborted,
  );
  const other = await emulator.openIncident({ title: 'Payments fail', service: 'queue', at: '2026-10-20T10:01:00Z' });
  await emulator.mergeIncidents({ id, sources: [other.id], at: '2026-10-20T10:30:00Z' });
  const target = await readOne(open, id);
  expect(target).toMatchObject({ isFailure: true, references: [] });
  expect(target?.text).toContain('Payments fail');
  const merged = { isFailure: false, confidence: 1, references: [target?.url] };
  expect(await readOne(open, other.id)).toMatchObject(merged);

  await receiver.waitFor(2);
  const failures = await Promise.all(
    receiver.received.map((delivery) => providers.receiveWebhook('pagerduty', delivery, [made.secret ?? ''])),
  );
  const drafts = failures.flat().flatMap((record) => providers.readRecord('pagerduty', record).failures);
  expect(drafts.findLast(({ externalId }) => externalId === other.id)).toMatchObject(merged);
  await receiver.close();
});

it('an old incident is read again after each event, by a sync and by a backfill of newer incidents', async () => {
  const { emulator, open } = await startAndOpen();
  await emulator.addNote({ id: 'P0000000', content: 'It was the cache after all' });
  const failures = [{ externalId: 'P0000000', text: 'It was the cache after all' }];
  const since = new Date(Date.now() - hourInMs).toISOString();
  expect(parseFailuresFromResponsePages(await pullStream(open(), 'incidents', since))).toMatchObject(failures);

  const afterWeeks = { stream: 'incidents', cursor: null, since: '2026-10-21T00:00:00.000Z' };
  expect(parseFailuresFromResponsePages([await open().pull(afterWeeks, neverAborted)])).toMatchObject(failures);
  const sync = { ...afterWeeks, findKnown: async () => new Set<string>() };
  expect(parseFailuresFromResponsePages([await open().pull(sync, neverAborted)])).toMatchObject(failures);
});

it('the streams of a service contain only incidents and changes of that service, and end when the service is deleted', async () => {
  const world = createSamplePagerDutyWorld();
  const [one, other] = world.services.map(({ id, name }) => ({ id, name }));
  const { emulator, open } = await startEmulatedPagerDutyAccount(world);
  for (const name of [one?.name, other?.name]) {
    emulator.sendChangeEvent({ summary: `Deployed ${name}`, services: [name ?? ''], at: '2026-09-01T10:00:00Z' });
  }
  const scope = { ...defaultConnectionScope, services: [one?.name ?? ''] };
  const stream = `incidents:${one?.id}`;
  expect(await open({ scope }).listStreams(scope, neverAborted)).toEqual(['change_events', stream]);
  const failures = parseFailuresFromResponsePages(await pullStream(open({ scope }), stream));
  expect(failures.length).toBe(world.incidents.filter(({ serviceId }) => serviceId === one?.id).length);
  const [changes] = await pullStream(open({ scope }), 'change_events');
  expect(changes?.records.map(({ payload }) => payload)).toMatchObject([
    { changeEvent: { summary: `Deployed ${one?.name}` } },
  ]);

  await emulator.deleteService({ service: one?.id ?? '' });
  expect(await open({ scope }).listStreams(scope, neverAborted)).toEqual(['change_events']);
  expect(await open().findMoved(stream, neverAborted)).toBeNull();
});

const secret = 'a secret';
const tell = async (event: object): Promise<FailureDraft | undefined> => {
  const body = Buffer.from(JSON.stringify({ event: { id: 'E', ...event } }));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const delivery = { headers: { 'x-pagerduty-signature': `v1=${signature}` }, body };
  const [record] = await providers.receiveWebhook('pagerduty', delivery, [secret]);
  return record && providers.readRecord('pagerduty', record).failures[0];
};
const data = {
  id: 'P1',
  type: 'incident',
  title: 'Disk full',
  created_at: '2026-10-20T10:00:00Z',
  status: 'triggered',
};

it('the version of a webhook event is lower than that of a sync of the same state, and rises with the time of the event', async () => {
  const { open, id } = await startAndOpen();
  const pulled = await readOne(open, id);
  const versionAt = async (occurred_at: string) =>
    (await tell({ event_type: 'incident.triggered', occurred_at, data }))?.version ?? '';
  const same = await versionAt('2026-10-20T10:00:00.900Z');
  const soon = await versionAt('2026-10-20T10:00:05.100Z');
  const then = await versionAt('2026-10-20T10:00:05.900Z');
  expect([soon, pulled?.version, then, same].sort()).toEqual([same, pulled?.version, soon, then]);
});

it('a webhook event without a full incident is ignored, because the next sync reads the incident', async () => {
  for (const brought of [{ id: 'P1', type: 'incident' }, { id: 'N1', type: 'incident_note', content: 'x' }, null]) {
    const event = { event_type: 'incident.annotated', occurred_at: '2026-10-20T10:00:00Z', data: brought };
    expect(await tell(event)).toBeUndefined();
  }
});

it('acknowledging or reopening an incident is dated by the time of the webhook event', async () => {
  const at = '2026-10-20T11:00:00.000Z';
  const acknowledged = await tell({ event_type: 'incident.acknowledged', occurred_at: at, data });
  expect(acknowledged?.timing).toEqual({ acknowledgedAt: at, mitigatedAt: null, reopenedAt: [] });
  const reopened = await tell({ event_type: 'incident.reopened', occurred_at: at, data });
  expect(reopened?.timing?.reopenedAt).toEqual([at]);
});
