import { expect, it } from 'vitest';
import { pullAllPages } from '../pull-all-pages.ts';
import { createKnownRecordFinder, listDeliveryKeysOfPages, startEmulatedGitHubAccount } from './history-account.ts';

const stream = 'commits:acme/two';
const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 0, minute)).toISOString();
const since = at(0);

/** Starts a repository with more than one page of commits, all of which a backfill has ingested. */
async function startKnown() {
  const { emulator, open } = await startEmulatedGitHubAccount();
  for (let minute = 0; minute < 150; minute += 1) {
    await emulator.act.pushCommit({ repository: 'two', message: `Change ${minute}`, at: at(minute) });
  }
  const pages = await pullAllPages(open(), { stream, since: null });
  const findKnown = createKnownRecordFinder(listDeliveryKeysOfPages(pages));
  const branch = emulator.listRepositories().find(({ name }) => name === 'two')?.branch;
  const [fork] = branch?.commits ?? [];

  async function sync(validator: string | null) {
    const before = emulator.requests().length;
    const synced = await pullAllPages(open(), { stream, since, findKnown, validator });
    const requests = emulator
      .requests()
      .slice(before)
      .map(({ path }) => path.split('/').at(4));
    return { found: listDeliveryKeysOfPages(synced), requests, validator: synced[0]?.validator ?? null };
  }
  const merge = (commits: number, message = 'Late') =>
    emulator.act.mergeBranch({
      repository: 'two',
      from: fork?.sha ?? '',
      commits: Array.from({ length: commits }, (_, index) => ({
        message: `${message} ${index}`,
        at: new Date(Date.parse(fork?.date ?? '') + 1_000 * index).toISOString(),
      })),
      at: at(200),
    });
  return { emulator, sync, merge, validator: pages[0]?.validator ?? null };
}
const keyOf = ({ sha }: { readonly sha: string }) => `commit/acme/two/${sha}`;

it('a sync finds the commits of an old branch that was merged, even if a full page of known commits is newer than they are', async () => {
  const { sync, merge, validator } = await startKnown();
  const merged = await merge(5);
  const { found, requests } = await sync(validator);
  expect(found.sort()).toEqual(merged.map(keyOf).sort());
  expect(requests).toEqual(['commits', 'compare']);
});

it('a sync finds many new commits with one more request per hundred', async () => {
  const { sync, merge, validator } = await startKnown();
  const merged = await merge(250);
  const { found, requests } = await sync(validator);
  expect([...new Set(found)].sort()).toEqual(merged.map(keyOf).sort());
  expect(requests).toEqual(['commits', 'compare', 'compare', 'compare']);
});

it('a sync of commits sends one request if commits were pushed, and otherwise only requests that do not count towards the rate limit', async () => {
  const { emulator, sync, validator } = await startKnown();
  const pushed = [];
  for (const minute of [201, 202, 203]) {
    pushed.push(await emulator.act.pushCommit({ repository: 'two', message: 'New', at: at(minute) }));
  }
  const first = await sync(validator);
  expect(first.found.sort()).toEqual(pushed.map(keyOf).sort());
  expect(first.requests).toEqual(['commits']);
  expect(await sync(first.validator)).toEqual({ found: [], requests: ['commits'], validator: first.validator });
  expect(emulator.requests().at(-1)?.status).toBe(304);
});
