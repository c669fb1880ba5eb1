import { createTestConnection, createTestFailureDraft } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from './recluster-under-test.ts';

const model = 'test model';

test('a clustering compares meanings only if all failures have vectors', async () => {
  const { store, given, recluster } = await startReclusteringUnderTest(undefined, { model, isWorking: () => true });
  const { id } = await createTestConnection(store, 'acme');
  await store.failures.upsert(id, [
    createTestFailureDraft({ externalId: 'P1' }),
    createTestFailureDraft({ externalId: 'P2', title: 'Another' }),
  ]);
  const compute = (limit: number) =>
    store.failures.computeMissingVectors(model, limit, async (texts) =>
      texts.map(() => ({ values: Int8Array.of(1, 2), count: 1 })),
    );
  await compute(1);
  await recluster();
  await compute(1);
  await recluster();
  expect(given.map(({ vectors }) => vectors?.size)).toEqual([undefined, 2]);
});
