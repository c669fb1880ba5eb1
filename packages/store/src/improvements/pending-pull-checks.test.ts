import { expect, test } from 'vitest';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const { outbox } = store;

/** Creates a connection whose pull requests no other test marks as due. */
async function openAccount(account: string) {
  const { id: connectionId } = await createTestConnection(store, account);
  const place = (number: number, repository = 'acme/api') => ({ connectionId, repository, number });
  const ofAccount = <Row extends { readonly connectionId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.connectionId === connectionId);
  const takeLost = async (most = 1_000) => ofAccount(await outbox.takeOverduePullRequests(60_000, most));
  return {
    connectionId,
    place,
    takeLost,
    /** Moves the times of due pull requests into the past, as if the interval had passed. */
    wait: (interval: string) =>
      query('update pending_pull_check set at = at - $1::interval where connection_id = $2', [interval, connectionId]),
    /** Resets the attempts, then lists overdue pull requests. */
    async takeLostAfresh(most = 1_000) {
      await query('update pending_pull_check set tries = 0 where connection_id = $1', [connectionId]);
      return takeLost(most);
    },
    listNumbers: async () =>
      (await query('select number from pending_pull_check where connection_id = $1', [connectionId])).map(
        ({ number }) => number,
      ),
  };
}

test('a pull request that has long been due for a check is overdue until the check has ended', async () => {
  // A new store is needed, because the limit applies to the whole store.
  const { store, query } = await openStoreUnderTest();
  const { outbox } = store;
  const { id: connectionId } = await createTestConnection(store, 'acme');
  const place = (number: number) => ({ connectionId, repository: 'acme/api', number });
  const takeLost = async (most = 9) => {
    await query('update pending_pull_check set tries = 0');
    return outbox.takeOverduePullRequests(60_000, most);
  };
  await outbox.markPullRequestsDue([place(2), place(1), place(2)]);
  expect(await takeLost()).toEqual([]);
  await query(`update pending_pull_check set at = at - interval '2 minutes'`);
  expect(await takeLost()).toHaveLength(2);
  expect(await takeLost(1)).toHaveLength(1);
  const wantedAt = await outbox.findPullRequestDueSince(place(1));
  await outbox.clearDuePullRequest(place(1), wantedAt ?? '');
  expect(await takeLost()).toEqual([place(2)]);
  expect(await outbox.findPullRequestDueSince(place(1))).toBeNull();
});

test('a pull request whose check is requested again during a check stays due after that check has ended', async () => {
  const { place, wait, takeLostAfresh } = await openAccount('requested again');
  await outbox.markPullRequestsDue([place(2)]);
  await wait('2 minutes');
  const wantedAt = (await outbox.findPullRequestDueSince(place(2))) ?? '';
  await outbox.markPullRequestsDue([place(2)]);
  await outbox.clearDuePullRequest(place(2), wantedAt);
  await wait('2 minutes');
  expect(await takeLostAfresh()).toEqual([place(2)]);
});

test('an overdue check is retried a limited number of times, with doubling intervals, until it is requested again', async () => {
  const { place, wait, takeLost } = await openAccount('backoff');
  await outbox.markPullRequestsDue([place(2)]);
  for (let age = 0, minutes = 1; minutes <= 128; age = minutes, minutes *= 2) {
    expect(await takeLost(), String(minutes)).toEqual([]);
    await wait(`${minutes - age} minutes`);
    expect(await takeLost(), String(minutes)).toEqual([place(2)]);
  }
  await wait('5 hours');
  expect(await takeLost()).toEqual([]);
  await outbox.markPullRequestsDue([place(2)]);
  await wait('2 minutes');
  expect(await takeLost()).toEqual([place(2)]);
});

test('a due pull request has the present name of its repository, whichever name was used to mark it', async () => {
  const { connectionId, place, wait, takeLostAfresh } = await openAccount('renamed');
  await outbox.markPullRequestsDue([place(2), place(2, 'acme/web'), place(3)]);
  const renames = [{ from: 'acme/api', to: 'acme/web' }];
  const members = [{ id: '1', name: 'acme/web', state: 'present' as const }];
  await store.connections.changeScopeMembers(connectionId, {
    known: await store.connections.listScopeMembers(connectionId),
    members,
    renames,
  });
  await outbox.markPullRequestsDue([place(4)]);
  await wait('2 minutes');
  expect((await takeLostAfresh()).sort((one, other) => one.number - other.number)).toEqual([
    place(2, 'acme/web'),
    place(3, 'acme/web'),
    place(4, 'acme/web'),
  ]);
  const wantedAt = await outbox.findPullRequestDueSince(place(3));
  await outbox.clearDuePullRequest(place(3), wantedAt ?? '');
  expect(await takeLostAfresh()).toHaveLength(2);
});

test('a due check is not retried after one day, and is deleted after two days or with its connection', async () => {
  const { connectionId, place, wait, takeLostAfresh, listNumbers } = await openAccount('old');
  await outbox.markPullRequestsDue([place(1)]);
  await wait('1 day');
  expect(await takeLostAfresh()).toEqual([]);
  await wait('1 day');
  await outbox.markPullRequestsDue([place(9)]);
  expect(await listNumbers()).toEqual([9]);
  await store.connections.remove(connectionId);
  expect(await listNumbers()).toEqual([]);
});
