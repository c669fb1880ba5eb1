import { AppError, type PatternJudgement, type RawRecord } from '@refrain/domain';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ApiDeps } from '../api-deps.ts';
import { startApiUnderTest } from '../api-under-test.ts';
import { failureDraft, patternOf } from '../stored-under-test.ts';
import { createAttendIncident } from './attend-incident.ts';

const { ask, index, store } = await startApiUnderTest();
const { id: connectionId } = await store.connections.ensure({
  ...{ provider: 'pagerduty', account: 'acme', baseUrl: 'http://127.0.0.1:9', scope: null },
  ...{ credential: 'a key', webhookSecret: 'a webhook secret' },
});
const title = 'Checkout: database connection pool exhausted';
const text = 'HikariPool: connection is not available, request timed out';
const pools = Array.from({ length: 4 }, (_, at) => ({ ...failureDraft(`pool ${at}`), title, text }));
const alone = ['Certificate of the gateway expired', 'Disk of the log volume is full'].map((said) => ({
  ...{ ...failureDraft(said), title: said, text: said },
}));
await store.failures.upsert(connectionId, [...pools, ...alone]);
const stored = await store.failures.listAll();
const group = (judgement: PatternJudgement | null) =>
  store.patterns.writeGrouping({
    episodes: stored.map(({ id }) => ({ id, failureIds: [id] })),
    patterns: [
      {
        pattern: { ...patternOf('pool'), judgement },
        members: stored
          .filter((failure) => failure.title === title)
          .map(({ id }) => ({ failureId: id, confidence: 0.9, evidence: [] })),
      },
    ],
    ...{ lineage: [], inputVersion: 'first' },
  });
await group(null);
await ask('PUT', '/v1/policy', { notesFor: ['*'], notesFrom: 'refrain@acme.example' });
index.start();
await vi.waitFor(() => expect(index.progress()).toEqual({ failures: 6, complete: true }), 10_000);

const errors: AppError[] = [];
const enqueueMany = vi.fn(async () => {});
beforeEach(() => {
  errors.length = 0;
  enqueueMany.mockClear();
});

/** @returns how many notes are owed once the incident was looked at */
async function attend(id: string, said: string, readOpening: ApiDeps['readOpening']): Promise<number> {
  const searched = vi.fn(index.search);
  const attendIncident = createAttendIncident({
    ...{ store, readOpening, publicUrl: () => 'http://refrain.example', onError: (error) => errors.push(error) },
    index: { search: searched, progress: index.progress },
    producer: { enqueueMany } as unknown as ApiDeps['producer'],
  });
  const data = { id, title: said, created_at: '2026-03-02T03:00:00Z', service: { id: 'PS', summary: 'Checkout' } };
  const record: RawRecord = {
    ...{ type: 'pagerduty.event.incident.triggered', deliveryKey: id, payload: { event: { data } } },
  };
  const before = (await store.incidentNotes.listOwed(60_000)).length;
  attendIncident(connectionId, record);
  await vi.waitFor(() => expect(searched).toHaveBeenCalled(), 10_000);
  await vi.waitFor(() => expect(enqueueMany).toHaveBeenCalled(), 1_000).catch(() => undefined);
  return (await store.incidentNotes.listOwed(60_000)).length - before;
}

const away: ApiDeps['readOpening'] = () =>
  Promise.reject(new AppError('provider_unreachable', 'PagerDuty does not answer'));

test('an alert that says what happened before has a note, whatever the title says', async () => {
  expect(await attend('Q1', 'Checkout is unhealthy', async () => ({ text: `${title}\n${text}` }))).toBe(1);
  expect(errors).toEqual([]);
});

test('where the alerts cannot be read, the title has to do, and the trouble is reported', async () => {
  expect(await attend('Q2', title, away)).toBe(1);
  expect(errors).toMatchObject([{ code: 'provider_unreachable' }]);
  expect(await attend('Q3', 'Checkout is unhealthy', away)).toBe(0);
});

test('of a pattern that a person dismissed there is no note', async () => {
  await group('dismissed');
  expect(await attend('Q4', title, away)).toBe(0);
  await group('confirmed');
  expect(await attend('Q5', title, away)).toBe(1);
});
