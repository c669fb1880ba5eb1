import type { ChangeAssessment } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';

/** Opens a separate store with two failures, because `replaceAssessments` replaces all assessments of a store. */
async function openTwoFailures() {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'acme');
  await store.failures.upsert(
    id,
    ['1', '2'].map((externalId) => createTestFailureDraft({ externalId })),
  );
  const [f1 = '', f2 = ''] = (await store.failures.listAll()).map((failure) => failure.id).sort();
  return { store, query, f1, f2 };
}

function answer(failureId: string, values: Partial<ChangeAssessment> = {}): ChangeAssessment {
  const evidence = [{ signal: 'time', detail: '4 minutes before', weight: 0.7 }];
  return {
    failureId,
    verdict: 'change',
    confidence: 0.8,
    evidence,
    isDecided: false,
    candidates: [{ changeId: 'c1', score: 0.8, evidence }],
    resolvedBy: { kind: 'self_resolved', changeId: null, confidence: 0.9, evidence: [] },
    ...values,
  };
}

test('replacing assessments returns the failures whose assessment has changed', async () => {
  const { store, f1, f2 } = await openTwoFailures();
  expect(await store.changes.replaceAssessments([answer(f1), answer(f2), answer('unknown')])).toEqual({
    changedFailureIds: [f1, f2],
  });
  expect(await store.changes.findAssessments([f1, 'unknown'])).toEqual([answer(f1)]);

  const moved = answer(f1, { confidence: 0.7, candidates: [] });
  expect(await store.changes.replaceAssessments([moved, answer(f2)])).toEqual({ changedFailureIds: [] });
  expect(await store.changes.findAssessments([f1])).toEqual([moved]);

  const { resolvedBy } = moved;
  for (const other of [
    { verdict: 'undecided' as const },
    { verdict: 'undecided' as const, isDecided: true },
    { verdict: 'undecided' as const, isDecided: true, resolvedBy: { ...resolvedBy, kind: 'unknown' as const } },
  ])
    expect(await store.changes.replaceAssessments([answer(f1, other), answer(f2)])).toEqual({
      changedFailureIds: [f1],
    });
  expect(await store.changes.replaceAssessments([answer(f2)])).toEqual({ changedFailureIds: [f1] });
  expect(await store.changes.findAssessments([f1, f2])).toEqual([answer(f2)]);
});

test('an unchanged assessment is not written again, and an assessment is deleted with its failure', async () => {
  const { store, query, f1, f2 } = await openTwoFailures();
  const stamp = async () => query(`select xmin, failure_id from change_assessment`);
  await store.changes.replaceAssessments([answer(f1), answer(f2)]);
  const before = await stamp();
  await store.changes.replaceAssessments([answer(f1), answer(f2)]);
  expect(await stamp()).toEqual(before);
  await query('delete from failure where id = $1', [f1]);
  expect(await store.changes.findAssessments([f1, f2])).toEqual([answer(f2)]);
});
