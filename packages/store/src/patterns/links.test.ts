import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id } = await createTestConnection(store, 'acme');
await store.failures.upsert(
  id,
  ['1', '2'].map((externalId) => createTestFailureDraft({ externalId })),
);
await store.changes.upsert(
  id,
  ['1', '2', '3'].map((externalId) => createTestChangeDraft({ externalId })),
);
const [f1 = '', f2 = ''] = (await store.failures.listAll()).map((failure) => failure.id);
const [c1 = '', c2 = '', c3 = ''] = (await store.changes.listAll()).map((change) => change.id);

function link(failureId: string, targetId: string, values: Partial<Link> = {}): Link {
  const evidence = [{ signal: 'time', detail: '4 minutes before', weight: 0.7 }];
  return { type: 'caused_by', failureId, targetId, score: 0.5, evidence, status: 'suggested', ...values };
}

test('replaceLinks replaces all links, including decided ones', async () => {
  await store.changes.replaceLinks([link(f1, c1, { status: 'confirmed' }), link(f2, c3), link('unknown', c1)]);
  expect(await store.changes.listAllLinks()).toHaveLength(2);

  const wanted = [link(f1, c1, { status: 'rejected' }), link(f2, c2, { score: 0.8 })];
  await store.changes.replaceLinks(wanted);
  expect(await store.changes.listAllLinks()).toEqual(wanted);

  await store.changes.replaceLinks([
    link(f2, c2, { score: 0.6, evidence: [] }),
    link(f2, f1, { type: 'same_episode', score: 1 }),
  ]);
  expect((await store.changes.listLinks([f2])).map(({ type, score }) => [type, score])).toEqual([
    ['same_episode', 1],
    ['caused_by', 0.6],
  ]);
  expect((await store.changes.listLinks([f1])).map(({ type }) => type)).toEqual(['same_episode']);
});
