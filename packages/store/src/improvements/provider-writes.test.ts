import type { IntendedWrite } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { providerWrites: writes } = store;

function intend(values: Partial<IntendedWrite> = {}): IntendedWrite {
  const said = { why: 'The pattern has 4 episodes', by: 'the policy' };
  return { action: 'comment', place: 'acme/api#1', content: { body: 'Text' }, ...said, ...values };
}

test('each write is stored before it is sent, and later its result and its undo', async () => {
  const id = await writes.begin('c', intend());
  expect(await writes.find(id)).toMatchObject({ ...intend(), state: 'begun', settledAt: null, isUndoable: false });
  const path = '/repos/acme/api/issues/comments/7';
  const undo = { method: 'DELETE', path, content: null, expects: null } as const;
  await writes.settle(id, { state: 'done', url: 'https://x.example/7', undo });
  expect(await writes.find(id)).toMatchObject({ state: 'done', url: 'https://x.example/7', isUndoable: true });
  expect(await writes.findUndo(id)).toBeNull();
  expect(await writes.askUndo(id, 'the page')).toMatchObject({ state: 'done' });
  expect(await writes.listUndoAsked()).toEqual([id]);
  expect(await writes.findUndo(id)).toMatchObject({ request: undo, by: 'the page', place: 'acme/api#1' });
  await writes.settleUndo(id, 'It was edited since');
  expect(await writes.find(id)).toMatchObject({ state: 'done', problem: 'It was edited since' });
  await writes.askUndo(id, 'the page');
  await writes.settleUndo(id, null);
  expect(await writes.find(id)).toMatchObject({ state: 'undone', problem: null, isUndoable: false });
  await expect(writes.askUndo(id, 'the page')).rejects.toMatchObject({ code: 'conflict' });

  const refused = await writes.begin('c', intend({ place: 'acme/web#2' }));
  await writes.settle(refused, { state: 'refused', problem: 'Locked' });
  expect(await writes.find(refused)).toMatchObject({ state: 'refused', problem: 'Locked' });
  await expect(writes.askUndo(refused, 'the page')).rejects.toMatchObject({ code: 'conflict' });
  await expect(writes.askUndo('unknown', 'the page')).rejects.toMatchObject({ code: 'not_found' });
  expect(await writes.listUndoAsked()).toEqual([]);
});

test('a write that a dry run plans repeatedly is stored once', async () => {
  await writes.plan('c', intend({ place: 'acme/plan#1' }));
  await writes.plan('c', intend({ place: 'acme/plan#1', why: 'Another reason' }));
  await writes.plan('c', intend({ place: 'acme/plan#1', content: { body: 'Other' } }));
  expect((await writes.list({ place: 'acme/plan#1', limit: 9 })).items).toHaveLength(2);
});

test('writes are listed newest first, page by page, and by state', async () => {
  const { store } = await openStoreUnderTest();
  const { providerWrites: writes } = store;
  await writes.begin('c', intend());
  const refused = await writes.begin('c', intend({ place: 'acme/web#2' }));
  await writes.settle(refused, { state: 'refused', problem: 'Locked' });
  await writes.plan('c', intend({ place: 'acme/plan#1' }));
  await writes.plan('c', intend({ place: 'acme/plan#1', content: { body: 'Other' } }));
  const first = await writes.list({ limit: 2 });
  const rest = await writes.list({ limit: 2, after: first.next ?? '' });
  expect([first.total, rest.next]).toEqual([4, null]);
  const times = [...first.items, ...rest.items].map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
  expect((await writes.list({ state: 'refused', limit: 9 })).items).toHaveLength(1);
});

test('the writes of an issue include the one that opened it', async () => {
  const opening = await writes.begin('c', intend({ action: 'open_issue', place: 'acme/shop' }));
  await writes.settle(opening, { state: 'done', url: 'https://x.example/acme/shop/issues/12', undo: null });
  const comment = await writes.begin('c', intend({ place: 'acme/shop#12' }));
  const list = async (place: string) => new Set((await writes.list({ place, limit: 9 })).items.map(({ id }) => id));
  // Writes of the same millisecond have no order.
  expect(await list('acme/shop#12')).toEqual(new Set([comment, opening]));
  expect(await list('acme/shop#2')).toEqual(new Set());
  expect(await list('acme/shop')).toEqual(new Set([opening]));
});
