import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { changeDraft, connect, failureDraft, openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id } = await connect(store, 'acme');
await store.failures.upsert(
  id,
  ['1', '2'].map((externalId) => failureDraft({ externalId })),
);
await store.changes.upsert(
  id,
  ['1', '2', '3'].map((externalId) => changeDraft({ externalId })),
);
const [f1 = '', f2 = ''] = (await store.failures.listAll()).map((failure) => failure.id);
const [c1 = '', c2 = '', c3 = ''] = (await store.changes.listAll()).map((change) => change.id);

function link(failureId: string, targetId: string, values: Partial<Link> = {}): Link {
  const evidence = [{ signal: 'time', detail: '4 minutes before', weight: 0.7 }];
  return { type: 'caused_by', failureId, targetId, score: 0.5, evidence, status: 'suggested', ...values };
}

test('suggestions are replaced; what a person decided stays', async () => {
  await store.links.replaceSuggested([link(f1, c1), link(f1, c2), link(f2, c3), link('unknown', c1)]);
  expect(await store.links.listAll()).toHaveLength(3);
  await store.links.setStatus('caused_by', f1, c1, 'confirmed');
  await store.links.setStatus('caused_by', f1, c2, 'rejected');

  await store.links.replaceSuggested([link(f1, c2, { score: 0.9 }), link(f2, c2, { score: 0.8 })]);
  const all = await store.links.listAll();
  expect(all).toHaveLength(3);
  expect(all).toEqual(
    expect.arrayContaining([
      link(f1, c1, { status: 'confirmed' }),
      link(f1, c2, { status: 'rejected' }),
      link(f2, c2, { score: 0.8 }),
    ]),
  );

  await store.links.replaceSuggested([
    link(f2, c2, { score: 0.6, evidence: [] }),
    link(f2, f1, { type: 'same_episode', score: 1 }),
  ]);
  expect((await store.links.listFor([f2])).map(({ type, score }) => [type, score])).toEqual([
    ['same_episode', 1],
    ['caused_by', 0.6],
  ]);
  expect((await store.links.listFor([f1])).map(({ type }) => type).sort()).toEqual([
    'caused_by',
    'caused_by',
    'same_episode',
  ]);
});

test('a link that does not exist has no status', async () => {
  await expect(store.links.setStatus('ended_by', f1, c1, 'confirmed')).rejects.toMatchObject({ code: 'not_found' });
});
