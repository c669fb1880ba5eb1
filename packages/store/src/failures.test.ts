import { expect, test } from 'vitest';
import { connect, failureDraft, openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id: connectionId } = await connect(store, 'acme');

const drafts = Array.from({ length: 25 }, (_, index) =>
  failureDraft({
    externalId: `PD${index}`,
    kind: index % 5 === 0 ? 'reverted_change' : 'incident',
    repository: index % 2 === 0 ? 'acme/even' : 'acme/odd',
    title: index === 7 ? 'Disk 100% full' : `Failure ${index}`,
    text: index === 8 ? 'the disk was FULL' : '',
    // Several share an instant: the order among them must still be total.
    occurredAt: `2026-01-${String(1 + (index % 6)).padStart(2, '0')}T00:00:00.000Z`,
  }),
);
await store.failures.upsert(connectionId, drafts);

test('pages are newest first, hold each failure once, and end', async () => {
  const seen: { occurredAt: string; id: string }[] = [];
  let after: string | null = null;
  do {
    const page = await store.failures.list({ limit: 7, ...(after === null ? {} : { after }) });
    expect(page.total).toBe(25);
    seen.push(...page.items);
    after = page.next;
  } while (after !== null);
  const all = await store.failures.listAll();
  expect(seen.map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
  expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
  const keys = all.map(({ occurredAt, id }) => `${occurredAt} ${id}`);
  expect(keys).toEqual([...keys].sort());
});

test('filters narrow the list and its total', async () => {
  const total = async (filter: object) => (await store.failures.list({ limit: 1, ...filter })).total;
  expect(await total({ kind: 'reverted_change' })).toBe(5);
  expect(await total({ repository: 'acme/odd' })).toBe(12);
  expect(await total({ kind: 'reverted_change', repository: 'acme/even' })).toBe(3);
  expect(await total({ connectionId: 'other' })).toBe(0);
  expect(await total({ patternId: 'none' })).toBe(0);
  expect(await total({ query: 'full disk' })).toBe(2);
  expect(await total({ query: '100%' })).toBe(1);
  expect(await total({ query: '%' })).toBe(1);
  expect(await total({ query: '  ' })).toBe(25);
});

test('a cursor that is not ours is refused', async () => {
  await expect(store.failures.list({ limit: 1, after: 'x' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('finds by id, in order, without the unknown', async () => {
  const [first, second] = (await store.failures.listAll()).map(({ id }) => id).sort();
  const found = await store.failures.findMany([second ?? '', 'unknown', first ?? '']);
  expect(found.map(({ id }) => id)).toEqual([first, second]);
  expect(await store.failures.find('unknown')).toBeNull();
  expect(await store.failures.count()).toBe(25);
});

test('a detector that finds less removes what it no longer finds, of its own kind and repository only', async () => {
  expect(await store.failures.removeMissing(connectionId, 'reverted_change', 'acme/even', ['PD0', 'PD10'])).toBe(1);
  const left = (await store.failures.list({ kind: 'reverted_change', limit: 10 })).items;
  expect(left.map(({ externalId }) => externalId).sort()).toEqual(['PD0', 'PD10', 'PD15', 'PD5']);
  expect(await store.failures.count()).toBe(24);
});
