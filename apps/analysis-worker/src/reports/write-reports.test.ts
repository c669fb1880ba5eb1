import type { CorrectionDecision, FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from '../cluster/recluster-under-test.ts';
import { createWriteReportsHandler } from './write-reports.ts';

const { store, recluster } = await startReclusteringUnderTest();
const writeReports = createWriteReportsHandler({
  store,
  producer: { ...notExpected(), enqueue: async () => {}, enqueueMany: async () => {} },
});

function notExpected() {
  const nobody = () => Promise.reject(new Error('This test does not expect this call'));
  return { schedule: nobody, counts: nobody, removeNaming: nobody, ping: nobody, close: nobody };
}

const describeRestart = (month: number) =>
  `Restarted the workers, and the connection pool of shard ${month} recovered.`;
/** A line of the template that all reports contain. */
const instruction = 'Describe here how the connection pool was fixed in the end.';
const describeLimit = (month: number) => `We lowered the number of threads of shard ${month}.`;
const limit = describeLimit(2);
const months = [1, 2, 3, 4, 5];
const restarts = months.map(describeRestart);

function incidentOf(month: number): FailureDraft {
  const occurredAt = `2026-0${month}-05T10:00:00.000Z`;
  return {
    kind: 'incident',
    externalId: `PD${month}`,
    title: 'Database connection pool exhausted in checkout',
    text: `HikariPool exhausted: connection is not available, request timed out.\n\n## Resolution\n\n${instruction}\n${describeRestart(month)}\n\n## Notes\n\n${describeLimit(month)}`,
    sha: null,
    services: ['checkout'],
    repository: null,
    environment: null,
    paths: [],
    references: [],
    url: null,
    occurredAt,
    resolvedAt: null,
    precision: 'instant',
    version: occurredAt,
    timing: null,
    severity: null,
    urgency: null,
    responders: null,
    isFailure: true,
    confidence: 1,
  };
}

/** Re-clusters, writes the outdated reports, and returns the resolutions that they quote, oldest failure first. */
async function listQuotedResolutions(): Promise<(string | undefined)[]> {
  await recluster();
  await writeReports({ patternIds: await store.reports.listPending(-1_000) }, new AbortController().signal);
  const [pattern] = (await store.patterns.list({ limit: 10 })).items;
  const stored = await store.reports.findLatest(pattern?.id ?? '');
  return stored?.report.members.map(({ statedResolution }) => statedResolution?.quote) ?? [];
}

test('reports quote resolutions without instructions of the template, and those that a person chose until the person undoes it', async () => {
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  await store.failures.upsert(connectionId, months.map(incidentOf));
  expect(await listQuotedResolutions()).toEqual(restarts);
  const second = (await store.failures.listAll()).find(({ externalId }) => externalId === 'PD2')?.id ?? '';
  const decision: CorrectionDecision = {
    kind: 'statement',
    failureId: second,
    statement: 'resolution',
    quote: limit,
  };
  const { id } = await store.corrections.add(decision);
  expect(await listQuotedResolutions()).toEqual(restarts.with(1, limit));
  await store.corrections.remove(id);
  expect(await listQuotedResolutions()).toEqual(restarts);
});
