import type { Connection, ProviderWrite, SearchAnswer } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { findFreePort } from './built-process.ts';
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

async function trigger(incident: { title: string }, service = wanted): Promise<string> {
  const { id } = await act.openIncident({ ...incident, service: serviceOf(service) });
  return id;
}

test('nobody asked for notes: none is written', async () => {
  const id = await trigger(known);
  await refrain.settle();
  expect(await notesOf(id)).toEqual([]);
});

test('an incident that begins like earlier ones has one note within ten seconds, and it stays one', async () => {
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
  await act.acknowledgeIncident({ id });
  await refrain.settle();
  expect(await notesOf(id)).toHaveLength(1);

  const { items } = await refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?action=note');
  expect(items).toMatchObject([{ place: id, state: 'done', isUndoable: true, content: { content: note } }]);
  await refrain.ask('POST', `/v1/writes/${items[0]?.id}/undo`, {});
  await until(
    () => notesOf(id),
    ({ length }) => length === 0,
  );
});

test('what nothing is like, and what begins in a service that did not ask for it, has none', async () => {
  const unlike = await trigger({ title: 'Quarterly offsite bus is late' });
  const elsewhere = await trigger(known, other);
  await refrain.settle();
  expect([await notesOf(unlike), await notesOf(elsewhere)]).toEqual([[], []]);
});

test('every request that was sent, and every answer to it, is as the vendors document it', () => {
  accounts.assertConforming();
});
