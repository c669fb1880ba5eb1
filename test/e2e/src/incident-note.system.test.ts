import type { Connection, ProviderWrite, SearchAnswer } from '@refrain/domain';
import { findFreePort } from '@refrain/processes';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { startRefrain } from './start-refrain.ts';
import { until } from './until.ts';

const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 700, failures: 180 });
const { pagerduty } = world;
const sender = pagerduty.users[0]?.email ?? '';
const accounts = await startEmulatedAccounts(world);
const { act } = accounts.pagerduty;
const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const ids = await accounts.connect(refrain);
await until(
  () => refrain.ask<Connection>('GET', `/v1/connections/${ids.pagerduty}`),
  ({ webhook }) => webhook.state === 'active',
);
await refrain.settle();

/** An incident of which it is sure that there were such before. */
const known = await findKnown();
const [wanted = '', other = ''] = pagerduty.services.map(({ name }) => name);
const serviceOf = (name: string) => pagerduty.services.find((service) => service.name === name)?.id ?? '';

async function findKnown(): Promise<{ title: string; description: string; details: Record<string, unknown> }> {
  let surest = 0;
  let found: (typeof pagerduty.incidents)[number] | undefined;
  for (const incident of pagerduty.incidents) {
    const text = [incident.title, ...Object.values(incident.alerts[0]?.details ?? {})].join('\n');
    const { pattern } = await refrain.ask<SearchAnswer>('POST', '/v1/search', { text });
    if ((pattern?.confidence ?? 0) <= surest) continue;
    surest = pattern?.confidence ?? 0;
    found = incident;
  }
  if (found === undefined) throw new Error('The world has no incident that is known');
  const { title, description, alerts } = found;
  return { title, description, details: { ...alerts[0]?.details } };
}

async function notesOf(id: string): Promise<string[]> {
  const response = await fetch(`${accounts.pagerduty.url}/incidents/${id}/notes`, {
    headers: { authorization: 'Token token=emulator-token', accept: 'application/vnd.pagerduty+json;version=2' },
  });
  const { notes } = (await response.json()) as { notes: { content: string }[] };
  return notes.map(({ content }) => content);
}

const trigger = async (incident: { title: string }, service = wanted) =>
  (await act.openIncident({ ...incident, service: serviceOf(service) })).id;

test('an incident that begins like earlier ones has one note within ten seconds, where somebody asked for it', async () => {
  const unasked = await trigger(known);
  await until(
    () => refrain.ask<{ items: unknown[] }>('GET', `/v1/failures?query=${encodeURIComponent(known.title)}&limit=50`),
    ({ items }) => JSON.stringify(items).includes(unasked),
  );
  await refrain.ask('PUT', '/v1/policy', { notesFor: [wanted.toUpperCase()], notesFrom: sender });
  const begun = performance.now();
  const id = await trigger(known);
  const [note = ''] = await until(
    () => notesOf(id),
    ({ length }) => length > 0,
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(note).toMatch(/^This looks like “.*” \(\d+ % sure\): \d+ episodes/u);
  expect(note).toContain(`http://127.0.0.1:${port}/patterns/`);

  // Once: also after it was acknowledged. None: what nothing is like, and what begins elsewhere.
  await act.acknowledgeIncident({ id });
  const unlike = await trigger({ title: 'Quarterly offsite bus is late' });
  const elsewhere = await trigger(known, other);
  await refrain.settle();
  expect(await Promise.all([unasked, id, unlike, elsewhere].map(notesOf))).toEqual([[], [note], [], []]);
});

test('it stands in the audit and can be taken back', async () => {
  const { items } = await refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?action=note');
  const [{ id, place } = { id: '', place: '' }] = items;
  expect(items).toMatchObject([{ state: 'done', isUndoable: true }]);
  expect(await notesOf(place)).toEqual([items[0]?.content.content]);
  await refrain.ask('POST', `/v1/writes/${id}/undo`, {});
  await until(
    () => notesOf(place),
    ({ length }) => length === 0,
  );
});

test('every request that was sent, and every answer to it, is as the vendors document it', () => {
  accounts.expectDocumented();
});
