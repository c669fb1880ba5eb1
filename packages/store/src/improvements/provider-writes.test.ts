import type { IntendedWrite } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { outbox: writes } = store;

function intend(values: Partial<IntendedWrite> = {}): IntendedWrite {
  const said = { why: 'The pattern has 4 episodes', by: 'the policy' };
  return { action: 'comment', target: 'acme/api#1', content: { body: 'Text' }, ...said, ...values };
}

test('each write at a provider is stored before it is sent, and later with its result and its undo', async () => {
  const id = await writes.beginWrite('c', intend());
  expect(await writes.findWrite(id)).toMatchObject({
    ...intend(),
    state: 'begun',
    completedAt: null,
    isUndoable: false,
  });
  const path = '/repos/acme/api/issues/comments/7';
  const undo = { method: 'DELETE', path, content: null, expects: null } as const;
  await writes.finishWrite(id, { state: 'done', url: 'https://x.example/7', undo });
  expect(await writes.findWrite(id)).toMatchObject({ state: 'done', url: 'https://x.example/7', isUndoable: true });
  expect(await writes.findRequestedUndo(id)).toBeNull();
  expect(await writes.requestUndo(id, 'the page')).toMatchObject({ state: 'done' });
  expect(await writes.listRequestedUndos()).toEqual([id]);
  expect(await writes.findRequestedUndo(id)).toMatchObject({ request: undo, by: 'the page', target: 'acme/api#1' });
  await writes.finishUndo(id, 'It was edited since');
  expect(await writes.findWrite(id)).toMatchObject({ state: 'done', problem: 'It was edited since' });
  await writes.requestUndo(id, 'the page');
  await writes.finishUndo(id, null);
  expect(await writes.findWrite(id)).toMatchObject({ state: 'undone', problem: null, isUndoable: false });
  await expect(writes.requestUndo(id, 'the page')).rejects.toMatchObject({ code: 'conflict' });

  const refused = await writes.beginWrite('c', intend({ target: 'acme/web#2' }));
  await writes.finishWrite(refused, { state: 'refused', problem: 'Locked' });
  expect(await writes.findWrite(refused)).toMatchObject({ state: 'refused', problem: 'Locked' });
  await expect(writes.requestUndo(refused, 'the page')).rejects.toMatchObject({ code: 'conflict' });
  await expect(writes.requestUndo('unknown', 'the page')).rejects.toMatchObject({ code: 'not_found' });
  expect(await writes.listRequestedUndos()).toEqual([]);
});

test('a write that a dry run plans repeatedly is stored once', async () => {
  await writes.planWrite('c', intend({ target: 'acme/plan#1' }));
  await writes.planWrite('c', intend({ target: 'acme/plan#1', why: 'Another reason' }));
  await writes.planWrite('c', intend({ target: 'acme/plan#1', content: { body: 'Other' } }));
  expect((await writes.listWrites({ target: 'acme/plan#1', limit: 9 })).items).toHaveLength(2);
});

test('writes are listed newest first and page by page, and can be filtered by state', async () => {
  const { store } = await openStoreUnderTest();
  const { outbox: writes } = store;
  await writes.beginWrite('c', intend());
  const refused = await writes.beginWrite('c', intend({ target: 'acme/web#2' }));
  await writes.finishWrite(refused, { state: 'refused', problem: 'Locked' });
  await writes.planWrite('c', intend({ target: 'acme/plan#1' }));
  await writes.planWrite('c', intend({ target: 'acme/plan#1', content: { body: 'Other' } }));
  const first = await writes.listWrites({ limit: 2 });
  const rest = await writes.listWrites({ limit: 2, after: first.next ?? '' });
  expect([first.total, rest.next]).toEqual([4, null]);
  const times = [...first.items, ...rest.items].map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
  expect((await writes.listWrites({ state: 'refused', limit: 9 })).items).toHaveLength(1);
});

test('the writes about an issue include the write that opened the issue', async () => {
  const opening = await writes.beginWrite('c', intend({ action: 'open_issue', target: 'acme/shop' }));
  await writes.finishWrite(opening, { state: 'done', url: 'https://x.example/acme/shop/issues/12', undo: null });
  const comment = await writes.beginWrite('c', intend({ target: 'acme/shop#12' }));
  const list = async (place: string) =>
    new Set((await writes.listWrites({ target: place, limit: 9 })).items.map(({ id }) => id));
  // The order of writes within the same millisecond is undefined.
  expect(await list('acme/shop#12')).toEqual(new Set([comment, opening]));
  expect(await list('acme/shop#2')).toEqual(new Set());
  expect(await list('acme/shop')).toEqual(new Set([opening]));
});
