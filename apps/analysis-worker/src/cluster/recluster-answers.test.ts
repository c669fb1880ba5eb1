import type { CorrectionDecision, FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from './recluster-under-test.ts';

const { store, recluster } = await startReclusteringUnderTest();
const day = '2026-01-05T';
const incident: FailureDraft = {
  kind: 'incident',
  externalId: 'PD1',
  title: 'Payments red',
  text: 'Errors since acme/payments#12',
  sha: null,
  services: ['Payments'],
  repository: null,
  environment: null,
  paths: [],
  references: [],
  url: null,
  occurredAt: `${day}10:00:00.000Z`,
  resolvedAt: `${day}11:00:00.000Z`,
  precision: 'instant',
  version: `${day}11:00:00.000Z`,
  timing: null,
  severity: null,
  urgency: null,
  responders: null,
  isFailure: true,
  confidence: 1,
};

test('re-clustering keeps manual decisions on the cause of an incident, and the latest decision counts', async () => {
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  await store.failures.upsert(connectionId, [incident]);
  await store.changes.upsert(connectionId, [
    {
      kind: 'merged_pull_request',
      externalId: 'acme/payments#12',
      repository: 'acme/payments',
      environment: null,
      title: 'Retry refunds',
      text: '',
      sha: 'a'.repeat(40),
      parents: [],
      number: 12,
      branch: null,
      base: null,
      paths: [],
      occurredAt: `${day}09:30:00.000Z`,
      succeeded: null,
      url: null,
      version: `${day}09:30:00.000Z`,
    },
  ]);
  const [failureId = ''] = (await store.failures.listAll()).map(({ id }) => id);
  const [targetId = ''] = (await store.changes.listAll()).map(({ id }) => id);
  const said = async (decision: CorrectionDecision | null) => {
    if (decision !== null) await store.corrections.add(decision);
    await recluster();
    const [answer] = await store.changes.findAssessments([failureId]);
    const links = (await store.changes.listLinks([failureId])).filter(({ type }) => type === 'caused_by');
    return [answer?.verdict, answer?.isDecided, links.map(({ status }) => status)];
  };
  const link = (right: boolean): CorrectionDecision => ({
    kind: 'link',
    type: 'caused_by',
    failureId,
    targetId,
    right,
  });
  expect(await said(null)).toEqual(['change', false, ['suggested']]);
  expect(await said({ kind: 'not_change_related', failureId })).toEqual(['not_change_related', true, []]);
  expect(await said(link(true))).toEqual(['change', true, ['confirmed']]);
  expect(await said(link(false))).toEqual(['not_change_related', false, ['rejected']]);
  for (const { id } of await store.corrections.list()) await store.corrections.remove(id);
  expect(await said(null)).toEqual(['change', false, ['suggested']]);
});
