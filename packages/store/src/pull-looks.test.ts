import { expect, test } from 'vitest';
import { connect, openStoreUnderTest } from './store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const { pullLooks } = store;
const { id: connectionId } = await connect(store, 'acme');
const place = (number: number, repository = 'acme/api') => ({ connectionId, repository, number });
const later = (interval: string) => query(`update pull_look set at = at - interval '${interval}'`);
/** As if none had been asked for yet. */
async function lost(most = 9) {
  await query('update pull_look set tries = 0');
  return pullLooks.takeLost(60_000, most);
}

test('what is to be looked at is lost once nobody has for a while, until somebody did', async () => {
  await pullLooks.want([place(2), place(1), place(2)]);
  expect(await lost()).toEqual([]);
  await later('2 minutes');
  expect(await lost()).toHaveLength(2);
  expect(await lost(1)).toHaveLength(1);
  const wantedAt = await pullLooks.wantedSince(place(1));
  await pullLooks.end(place(1), wantedAt ?? '');
  expect(await lost()).toEqual([place(2)]);
  expect(await pullLooks.wantedSince(place(1))).toBeNull();
});

test('what is new while it is looked at is looked at once more', async () => {
  const wantedAt = (await pullLooks.wantedSince(place(2))) ?? '';
  await pullLooks.want([place(2)]);
  await pullLooks.end(place(2), wantedAt);
  await later('2 minutes');
  expect(await lost()).toEqual([place(2)]);
});

test('it is asked for each time twice as long after it was wanted, and not for ever, until it is new', async () => {
  const take = () => pullLooks.takeLost(60_000, 9);
  await pullLooks.want([place(2)]);
  for (let age = 0, minutes = 1; minutes <= 128; age = minutes, minutes *= 2) {
    expect(await take(), String(minutes)).toEqual([]);
    await later(`${minutes - age} minutes`);
    expect(await take(), String(minutes)).toEqual([place(2)]);
  }
  await later('5 hours');
  expect(await take()).toEqual([]);
  await pullLooks.want([place(2)]);
  await later('2 minutes');
  expect(await take()).toEqual([place(2)]);
});

test('it goes by the name that its repository has now, whichever it was told by', async () => {
  await pullLooks.want([place(2, 'acme/web'), place(3)]);
  const renames = [{ from: 'acme/api', to: 'acme/web' }];
  const members = [{ id: '1', name: 'acme/web', state: 'present' as const }];
  await store.scope.change(connectionId, { known: await store.scope.listMembers(connectionId), members, renames });
  await pullLooks.want([place(4)]);
  await later('2 minutes');
  expect((await lost()).sort((one, other) => one.number - other.number)).toEqual([
    place(2, 'acme/web'),
    place(3, 'acme/web'),
    place(4, 'acme/web'),
  ]);
  const wantedAt = await pullLooks.wantedSince(place(3));
  await pullLooks.end(place(3), wantedAt ?? '');
  expect(await lost()).toHaveLength(2);
});

test('after a day it is no news any more, and later it is gone; so it is with its connection', async () => {
  await later('1 day');
  expect(await lost()).toEqual([]);
  await later('1 day');
  await pullLooks.want([place(9)]);
  expect(await query('select number from pull_look')).toEqual([{ number: 9 }]);
  await store.connections.remove(connectionId);
  expect(await query('select number from pull_look')).toEqual([]);
});
