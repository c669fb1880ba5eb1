import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const { ask, store } = await startApiUnderTest();
const { id: connectionId } = await store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});

test('a pattern that no longer exists is found with its successors, its history and its last report', async () => {
  await store.failures.upsert(connectionId, [createFailureDraft('one')]);
  const failureId = (await store.failures.listAll())[0]?.id ?? '';
  const members = [{ failureId, confidence: 1, evidence: [] }];
  const coverage = { failures: 1, inPatterns: 1 };
  const report = { pattern: createTestPattern('p1'), members, links: [], coverage, asOf: '2026-03-01T00:00:00.000Z' };
  await store.patterns.writeClustering({
    episodes: [],
    patterns: [
      { pattern: createTestPattern('p1'), members },
      { pattern: createTestPattern('p2'), members: [] },
    ],
    lineage: [],
    inputVersion: 'first',
  });
  await store.reports.ensure('p1', report as never);
  await store.patterns.writeClustering({
    episodes: [],
    patterns: [{ pattern: createTestPattern('p3'), members }],
    lineage: [{ patternId: 'p1', relatedPatternId: 'p3', kind: 'merged_into' }],
    inputVersion: 'merged',
  });
  expect(await ask('GET', '/v1/patterns/p3')).toMatchObject({ status: 200, body: { retirement: null } });
  expect(await ask('GET', '/v1/patterns/p1')).toMatchObject({
    status: 200,
    body: {
      whyNoImprovement: null,
      lineage: [{ relatedPatternId: 'p3' }],
      retirement: { successors: [{ patternId: 'p3', failures: 1 }], failuresInNoPattern: 0 },
    },
  });
  for (const part of ['history', 'report']) expect((await ask('GET', `/v1/patterns/p1/${part}`)).status).toBe(200);
  expect(await ask('GET', '/v1/patterns/p2/report')).toMatchObject({
    status: 404,
    body: { detail: 'Pattern p2 no longer exists, and it has no report.' },
  });
  expect(await ask('GET', '/v1/patterns/never')).toMatchObject({ status: 404 });
});
