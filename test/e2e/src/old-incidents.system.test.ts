import type { Failure } from '@refrain/domain';
import type { WorldIncident } from '@refrain/emulators';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { beforeAll, expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { listFailures } from './read-failures-and-patterns.ts';
import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(31, { services: 4, repositories: 4, changes: 60, failures: 40 });
const { pagerduty, connect } = await startEmulatedAccounts(world);
const port = String(await findFreePort());
const refrain = await startRefrain({
  PORT: port,
  REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
  REFRAIN_SYNC_SECONDS: '2',
  REFRAIN_CONNECTION_CHECK_SECONDS: '2',
});
const { act } = pagerduty;
const timeout = 120_000;
const days = 24 * 3_600_000;

const oldIncidents = pagerduty
  .listIncidents()
  .filter(({ notes, resolvedAt }) => notes.length > 0 && Date.parse(resolvedAt ?? '') < Date.now() - 3 * days);

async function failureOf({ id }: Pick<WorldIncident, 'id'>): Promise<Failure | undefined> {
  return (await listFailures(refrain)).find(({ externalId }) => externalId === id);
}

function oldIncidentAt(index: number): WorldIncident {
  const incident = oldIncidents[index];
  if (incident === undefined)
    throw new Error('The sample organisation has too few old incidents with notes. Choose another seed.');
  return incident;
}

beforeAll(async () => {
  const { pagerduty: id } = await connect(refrain);
  await refrain.waitUntilIdle();
  const state = () => refrain.ask<{ webhook: { state: string } }>('GET', `/v1/connections/${id}`);
  await pollUntil(state, ({ webhook }) => webhook.state === 'active');
}, timeout);

test(
  'an old incident gets its new priority and keeps all other fields',
  async () => {
    const incident = oldIncidentAt(0);
    const before = await failureOf(incident);
    expect(before?.text.length).toBeGreaterThan(0);
    await act.setPriority({ id: incident.id, priority: 'P5' });
    const after = await pollUntil(
      () => failureOf(incident),
      (failure) => failure?.severity === 'P5',
    );
    const { text, timing, responders, references } = before ?? {};
    expect(after).toMatchObject({ text, timing, responders, references });
  },
  timeout,
);

test(
  'an old incident gets its mitigation time from a custom field, though the event contains no incident',
  async () => {
    const incident = oldIncidentAt(1);
    const at = new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString();
    await act.setField({ id: incident.id, name: 'mitigated_at', value: at, at });
    const after = await pollUntil(
      () => failureOf(incident),
      (failure) => failure?.timing?.mitigatedAt !== null,
    );
    expect(after?.timing?.mitigatedAt).toBe(at);
  },
  timeout,
);

test(
  'an old incident gets the text of an incident that is merged into it, and the merged incident is no longer a failure',
  async () => {
    const target = await act.reopenIncident({ id: oldIncidentAt(2).id });
    const before = await pollUntil(
      () => failureOf(target),
      (failure) => failure?.resolvedAt === null,
    );
    const details = { reason: 'The certificate of the gateway expired' };
    const source = await act.openIncident({ title: 'Gateway down', service: target.serviceId, details });
    await pollUntil(
      () => failureOf(source),
      (failure) => failure?.text.includes('certificate') === true,
    );
    await act.mergeIncidents({ id: target.id, sources: [source.id] });
    await pollUntil(
      () => failureOf(source),
      (failure) => failure?.isFailure === false,
    );
    const after = await pollUntil(
      () => failureOf(target),
      (failure) => failure?.text.includes('The certificate of the gateway expired') === true,
    );
    for (const line of before?.text.split('\n\n') ?? []) expect(after?.text).toContain(line);
  },
  timeout,
);

test(
  'a manually declared incident gets the text of the alert that is merged into it',
  async () => {
    const service = world.pagerduty.services[0]?.id ?? '';
    const declared = await act.openIncident({ title: 'Checkout fails', service, isDeclared: true });
    const alert = await act.openIncident({ title: 'Errors', service, details: { reason: 'The quota is used up' } });
    await act.mergeIncidents({ id: declared.id, sources: [alert.id] });
    await pollUntil(
      () => failureOf(declared),
      (failure) => failure?.text.includes('The quota is used up') === true,
    );
  },
  timeout,
);
