import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'acme');

const write = (externalId: string, day: string, title: string, text = '') =>
  createTestFailureDraft({ externalId, occurredAt: `2026-02-0${day}T00:00:00.000Z`, title, text });
await store.failures.upsert(connectionId, [
  write('all', '1', 'Certificate expired'),
  write('one', '2', 'The certificate is old', 'It has expired.'),
  write('text', '3', 'Gateway down', 'The certificate has expired.'),
  write('newest', '4', 'Gateway slow', 'The certificate expired again.'),
  write('other', '5', 'Certificate renewed'),
]);

test('sorting by relevance lists failures with the words in the title first, then by time, on every page', async () => {
  const listing = { query: 'certificate EXPIRED', sort: 'relevance' } as const;
  const list = async (order: 'asc' | 'desc') =>
    (await store.failures.list({ ...listing, order, limit: 10 })).items.map(({ externalId }) => externalId);
  const expected = ['all', 'one', 'newest', 'text'];
  expect(await list('desc')).toEqual(expected);
  expect(await list('asc')).toEqual(['all', 'one', 'text', 'newest']);
  const paged: string[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next, total } = await store.failures.list({ ...listing, limit: 1, ...(after && { after }) });
    paged.push(...items.map(({ externalId }) => externalId));
    expect(total).toBe(expected.length);
    if (next === null) break;
    after = next;
  }
  expect(paged).toEqual(expected);
});

test('a list with a query quotes the text around a word that the title lacks', async () => {
  const { items } = await store.failures.list({ query: 'gateway certificate', limit: 10 });
  expect(items.map(({ excerpt }) => excerpt)).toEqual([
    'The certificate expired again.',
    'The certificate has expired.',
  ]);
  const titled = await store.failures.list({ query: 'renewed', limit: 10 });
  expect(titled.items.map(({ excerpt }) => excerpt)).toEqual([null]);
  expect((await store.failures.list({ limit: 1 })).items[0]?.excerpt).toBeNull();
});

test('sorting by relevance lists failures with the words in the name of their pattern before other matches', async () => {
  await store.failures.upsert(connectionId, [
    write('member', '6', 'Volume alert', 'The disk has no space.'),
    write('mention', '7', 'Volume report', 'The disk is fine.'),
  ]);
  const failureId = (await store.failures.listAll()).find(({ externalId }) => externalId === 'member')?.id ?? '';
  await store.patterns.writeClustering({
    episodes: [{ id: 'e', failureIds: [failureId] }],
    patterns: [
      {
        pattern: createPatternForTest({ id: 'p', name: 'Disk full' }),
        members: [{ failureId, confidence: 1, evidence: [] }],
      },
    ],
    lineage: [],
    inputVersion: 'v',
  });
  const { items } = await store.failures.list({ query: 'disk', sort: 'relevance', limit: 10 });
  expect(items.map(({ externalId }) => externalId)).toEqual(['member', 'mention']);
});
