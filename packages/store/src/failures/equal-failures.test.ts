import type { FailureDraft } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { id: account } = await createTestConnection(store, 'acme');
const { id: archive } = await createTestConnection(store, 'tracker');
const title = 'Checkout answers 502';
const occurredAt = '2026-01-02T03:04:05.678Z';
await store.failures.upsert(account, [
  createTestFailureDraft({ externalId: 'timed', title, occurredAt }),
  createTestFailureDraft({
    externalId: 'dated',
    title: 'Queue stuck',
    occurredAt: '2026-02-03T00:00:00.000Z',
    precision: 'day',
  }),
]);
await store.failures.upsert(archive, [createTestFailureDraft({ externalId: 'copy', title, occurredAt })]);

function find(draft: Partial<FailureDraft>, except: string | null = null) {
  const failure = createTestFailureDraft({ title, occurredAt, ...draft });
  return store.failures.findConnectionsWithEqualFailures([failure], except);
}

test('finds all connections with the same kind, title and start, except the given one', async () => {
  expect(await find({})).toEqual([[account, archive].sort()]);
  expect(await find({}, archive)).toEqual([[account]]);
});

test('a title in other case and a start without seconds are equal', async () => {
  const minute = { occurredAt: '2026-01-02T03:04:00.000Z', precision: 'minute' } as const;
  expect(await find({ ...minute, title: 'CHECKOUT answers 502' }, archive)).toEqual([[account]]);
});

test.each<[string, Partial<FailureDraft>]>([
  ['longer text', { text: 'The pool of connections was exhausted. '.repeat(20) }],
  ['kind', { kind: 'reverted_change' }],
  ['title', { title: 'Checkout answers 503' }],
  ['minute', { occurredAt: '2026-01-02T03:05:00.000Z' }],
  ['day without a time', { occurredAt: '2026-01-02T00:00:00.000Z', precision: 'day' }],
])('a failure with another %s is not equal', async (_what, draft) => {
  expect(await find(draft)).toEqual([[]]);
});

test('a day is equal to the same day, but not to its midnight', async () => {
  const midnight = { title: 'Queue stuck', occurredAt: '2026-02-03T00:00:00.000Z' };
  expect(await find({ ...midnight, precision: 'day' })).toEqual([[account]]);
  expect(await find({ ...midnight, precision: 'instant' })).toEqual([[]]);
});

test('tells which starts a failure of another connection has, whatever its title', async () => {
  const starts = ['2026-01-02T03:04:59.000Z', '2026-01-02T03:05:00.000Z'].map((at) =>
    createTestFailureDraft({ occurredAt: at }),
  );
  expect(await store.failures.hasFailuresAt(starts, account)).toEqual([true, false]);
  expect(await store.failures.hasFailuresAt([createTestFailureDraft({ kind: 'reverted_change' })], null)).toEqual([
    false,
  ]);
});
