import { randomUUID } from 'node:crypto';
import { AppError, type PatternJudgement, type RawRecord } from '@refrain/domain';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ApiDeps } from '../api-deps.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';
import { createIncidentNotePreparer } from './note-incident.ts';

const { ask, deps, index, store } = await startApiUnderTest();
const { id: connectionId } = await store.connections.ensure({
  provider: 'pagerduty',
  account: 'acme',
  baseUrl: 'http://127.0.0.1:9',
  scope: null,
  credential: 'a key',
  webhookSecret: 'a webhook secret',
});
const title = 'Checkout: database connection pool exhausted';
const text = 'HikariPool: connection is not available, request timed out';
const pools = Array.from({ length: 4 }, (_, at) => ({ ...createFailureDraft(`pool ${at}`), title, text }));
const alone = ['Certificate of the gateway expired', 'Disk of the log volume is full'].map((itsTitle) => ({
  ...createFailureDraft(itsTitle),
  title: itsTitle,
  text: itsTitle,
}));
await store.failures.upsert(connectionId, [...pools, ...alone]);
const stored = await store.failures.listAll();
const writePattern = (judgement: PatternJudgement | null) =>
  store.patterns.writeClustering({
    episodes: stored.map(({ id }) => ({ id, failureIds: [id] })),
    patterns: [
      {
        pattern: { ...createTestPattern('pool'), judgement },
        members: stored
          .filter((failure) => failure.title === title)
          .map(({ id }) => ({ failureId: id, confidence: 0.9, evidence: [] })),
      },
    ],
    lineage: [],
    inputVersion: 'first',
  });
await writePattern(null);
await ask('PUT', '/v1/policy', { notesFor: ['*'], notesFrom: 'refrain@acme.example' });
index.start();
await vi.waitFor(() => expect(index.progress()).toEqual({ failures: 6, complete: true, hasModel: false }), 30_000);

/** Handles a new incident, and returns the number of its pending notes and the reported errors. */
async function prepare(incidentTitle: string, readAlertText: ApiDeps['readAlertText']) {
  const errors: AppError[] = [];
  const noteIncident = createIncidentNotePreparer({
    ...deps,
    readAlertText,
    publicUrl: () => 'http://refrain.example',
    onError: (error) => errors.push(error),
    producer: { ...deps.producer, enqueueMany: async () => {} },
  });
  const id = randomUUID();
  const data = {
    id,
    title: incidentTitle,
    created_at: '2026-03-02T03:00:00Z',
    service: { id: 'PS', summary: 'Checkout' },
  };
  const record: RawRecord = {
    type: 'pagerduty.event.incident.triggered',
    deliveryKey: id,
    payload: { event: { data } },
  };
  const before = (await store.outbox.listPendingNotes(60_000)).length;
  await noteIncident({ connectionId, provider: 'pagerduty' }, record);
  return { notes: (await store.outbox.listPendingNotes(60_000)).length - before, errors };
}

const unavailable: ApiDeps['readAlertText'] = () =>
  Promise.reject(new AppError('provider_unreachable', 'PagerDuty does not answer'));

test('adds a note to an incident whose alert matches a pattern, even if the title does not', async () => {
  const readAlertText = async () => `${title}\n${text}`;
  expect(await prepare('Checkout is unhealthy', readAlertText)).toEqual({ notes: 1, errors: [] });
});

test('matches an incident by its title if its alerts cannot be read, and reports the error', async () => {
  const { notes, errors } = await prepare(title, unavailable);
  expect(notes).toBe(1);
  expect(errors).toMatchObject([{ code: 'provider_unreachable' }]);
  expect(await prepare('Checkout is unhealthy', unavailable)).toMatchObject({ notes: 0 });
});

test('adds no note to an incident that matches a dismissed pattern', async () => {
  onTestFinished(async () => void (await writePattern(null)));
  await writePattern('dismissed');
  expect(await prepare(title, unavailable)).toMatchObject({ notes: 0 });
  await writePattern('confirmed');
  expect(await prepare(title, unavailable)).toMatchObject({ notes: 1 });
});
