import type { Connection, ProviderWrite, SearchResponse } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { startEmulatedAccounts, token } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 700, failures: 180 });
const { pagerduty } = world;
const sender = pagerduty.users[0]?.email ?? '';
const accounts = await startEmulatedAccounts(world);
const { act } = accounts.pagerduty;
const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const ids = await accounts.connect(refrain);
await pollUntil(
  () => refrain.ask<Connection>('GET', `/v1/connections/${ids.pagerduty}`),
  ({ webhook }) => webhook.state === 'active',
);
await refrain.waitUntilIdle();

const known = await findKnown();
const [wanted = '', other = ''] = pagerduty.services.map(({ name }) => name);
const serviceOf = (name: string) => pagerduty.services.find((service) => service.name === name)?.id ?? '';

async function findKnown(): Promise<{ title: string; description: string; details: Record<string, unknown> }> {
  let highest = 0;
  let found: (typeof pagerduty.incidents)[number] | undefined;
  for (const incident of pagerduty.incidents) {
    const text = [incident.title, ...Object.values(incident.alerts[0]?.details ?? {})].join('\n');
    const { pattern } = await refrain.ask<SearchResponse>('POST', '/v1/search', { text });
    if ((pattern?.confidence ?? 0) <= highest) continue;
    highest = pattern?.confidence ?? 0;
    found = incident;
  }
  if (found === undefined) throw new Error('No generated incident resembles a pattern. Choose another seed.');
  const { title, description, alerts } = found;
  return { title, description, details: { ...alerts[0]?.details } };
}

async function notesOf(id: string): Promise<string[]> {
  const response = await fetch(`${accounts.pagerduty.url}/incidents/${id}/notes`, {
    headers: { authorization: `Token token=${token}`, accept: 'application/vnd.pagerduty+json;version=2' },
  });
  const { notes } = (await response.json()) as { notes: { content: string }[] };
  return notes.map(({ content }) => content);
}

const trigger = async (incident: { title: string }, service = wanted) =>
  (await act.openIncident({ ...incident, service: serviceOf(service) })).id;

test('an incident that resembles a pattern gets one note, which is audited and can be undone', async () => {
  const note = await notesResemblingIncidentOnce();
  await auditsAndUndoes(note);
  accounts.expectDocumented();
});

/** Expects a note within ten seconds, and only on incidents of services that are listed in the policy. */
async function notesResemblingIncidentOnce(): Promise<string> {
  const beforePolicy = await trigger(known);
  await pollUntil(
    () => refrain.ask<{ items: unknown[] }>('GET', `/v1/failures?query=${encodeURIComponent(known.title)}&limit=50`),
    ({ items }) => JSON.stringify(items).includes(beforePolicy),
  );
  await refrain.ask('PUT', '/v1/policy', { notesFor: [wanted.toUpperCase()], notesFrom: sender });
  const begun = performance.now();
  const id = await trigger(known);
  const [note = ''] = await pollUntil(
    () => notesOf(id),
    ({ length }) => length > 0,
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(note).toMatch(/^This incident resembles the pattern “.*” \(\d+ % confidence\): \d+ episodes/u);
  expect(note).toContain(`http://127.0.0.1:${port}/patterns/`);

  await act.acknowledgeIncident({ id });
  const unlike = await trigger({ title: 'Quarterly offsite bus is late' });
  const elsewhere = await trigger(known, other);
  await refrain.waitUntilIdle();
  expect(await Promise.all([beforePolicy, id, unlike, elsewhere].map(notesOf))).toEqual([[], [note], [], []]);
  return note;
}

async function auditsAndUndoes(note: string): Promise<void> {
  const { items } = await refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?action=note');
  const [{ id, target } = { id: '', target: '' }] = items;
  expect(items).toMatchObject([{ state: 'done', isUndoable: true, content: { content: note } }]);
  expect(await notesOf(target)).toEqual([note]);
  await refrain.ask('POST', `/v1/writes/${id}/undo`, {});
  await pollUntil(
    () => notesOf(target),
    ({ length }) => length === 0,
  );
}
