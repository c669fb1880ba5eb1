import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from './recluster-under-test.ts';

const { store, recluster } = await startReclusteringUnderTest();
const template = 'drain * for maintenance';

function revert(nth: number): FailureDraft {
  const occurredAt = `2026-01-0${nth + 1}T10:00:00.000Z`;
  return {
    kind: 'reverted_change',
    externalId: `acme/infra@${nth}`,
    title: `Drain node-${nth} for maintenance`,
    text: 'It broke the deployment.',
    services: [],
    repository: 'acme/infra',
    environment: null,
    paths: [],
    sha: null,
    occurredAt,
    resolvedAt: null,
    precision: 'instant',
    timing: null,
    severity: null,
    urgency: null,
    responders: null,
    references: [],
    url: null,
    version: occurredAt,
    isFailure: true,
    confidence: 0.7,
  };
}

test('a decision on a title template applies to all its reverts, including later ones, until the decision is undone', async () => {
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  await store.failures.upsert(connectionId, [0, 1, 2, 3, 4].map(revert));
  await recluster();
  const counted = async () => (await store.failures.list({ limit: 9 })).items.map(({ isFailure }) => isFailure);
  const listed = async () => (await store.reports.listRevertTemplates()).map((one) => [one.template, one.failures]);
  expect(await counted()).toEqual([true, true, true, true, true]);
  expect(await listed()).toEqual([[template, 5]]);

  const repository = 'acme/infra';
  const { id } = await store.corrections.add({ kind: 'title_template', repository, template, areFailures: false });
  await recluster();
  expect(await counted()).toEqual([false, false, false, false, false]);
  expect(await listed()).toEqual([[template, 5]]);

  await store.failures.upsert(connectionId, [revert(5)]);
  await recluster();
  expect(await counted()).toEqual([false, false, false, false, false, false]);

  await store.corrections.remove(id);
  await recluster();
  expect(await counted()).toEqual([true, true, true, true, true, true]);
});
