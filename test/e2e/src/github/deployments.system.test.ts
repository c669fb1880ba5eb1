import type { Page } from '@refrain/connectors';
import { expect, it } from 'vitest';
import { neverAborted, pullAllPages } from '../pull-all-pages.ts';
import {
  type EmulatedGitHubAccount,
  listDeliveryKeysOfPages,
  parseRecords,
  startEmulatedGitHubAccount,
} from './history-account.ts';

const stream = 'deployments:acme/one';

/** Simulates a GitHub server without GraphQL. */
const withoutGraphQl: typeof fetch = async (input, init) =>
  String(input).endsWith('/graphql') ? Response.json({ message: 'Not Found' }, { status: 404 }) : fetch(input, init);

const draftsOf = (pages: readonly Page[]) => pages.flatMap(({ records }) => parseRecords(records));

async function addDeployments(emulator: EmulatedGitHubAccount['emulator'], count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 0, 10 * place + minute)).toISOString();
    const creator = place % 5 === 0 ? 'github-actions[bot]' : 'kim';
    const { id: deploymentId } = await emulator.act.addDeployment({ repository: 'one', creator, at: at(0) });
    const status = { repository: 'one', deploymentId };
    await emulator.act.addDeploymentStatus({ ...status, state: 'in_progress', at: at(1) });
    // Every seventh deployment ends in the second in which it began. Only REST returns the statuses of such a deployment in order.
    const [state, end] = place % 3 === 0 ? (['failure', 4] as const) : (['success', 5] as const);
    const description = `kim and github-actions saw the end of ${place}`;
    await emulator.act.addDeploymentStatus({ ...status, state, description, at: at(place % 7 === 0 ? 1 : end) });
  }
}

it('a backfill of deployments returns the same keys and failures by GraphQL as by REST', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  await addDeployments(emulator, 140);
  const before = emulator.requests().length;
  const queried = await pullAllPages(open(), { stream, since: null });
  const requests = emulator.requests().slice(before);
  const listed = await pullAllPages(open({ fetch: withoutGraphQl }), { stream, since: null });
  expect(listDeliveryKeysOfPages(queried)).toEqual(listDeliveryKeysOfPages(listed));
  expect(draftsOf(queried)).toEqual(draftsOf(listed));
  expect(draftsOf(queried).flatMap(({ failures }) => failures).length).toBeGreaterThan(40);

  const count = (kind: string) => requests.filter(({ path }) => path.split('/').at(-1) === kind).length;
  expect([count('deployments'), count('graphql'), count('statuses')]).toEqual([queried.length, queried.length, 20]);
});

it('a backfill of deployments continues from its cursor in another process, with or without GraphQL', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  await addDeployments(emulator, 110);
  const [first, ...rest] = await pullAllPages(open(), { stream, since: null });
  const cursor = first?.next ?? null;
  expect(cursor).not.toBeNull();
  const again = await open({ fetch: withoutGraphQl }).pull({ stream, cursor, since: null }, neverAborted);
  expect(listDeliveryKeysOfPages([again])).toEqual(listDeliveryKeysOfPages(rest.slice(0, 1)));
});

it('a sync by REST recognises deployments that a backfill read by GraphQL', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const { id: deploymentId } = await emulator.act.addDeployment({ repository: 'one', at: '2026-10-01T00:00:00Z' });
  const status = { repository: 'one', deploymentId, state: 'failure', at: '2026-10-01T00:05:00Z' } as const;
  await emulator.act.addDeploymentStatus(status);
  const keys = listDeliveryKeysOfPages(await pullAllPages(open(), { stream, since: null }));
  const before = emulator.requests().length;
  const findKnown = async () => new Set<string>();
  const synced = await pullAllPages(open(), { stream, since: '2026-10-01T00:01:00Z', findKnown });
  expect(listDeliveryKeysOfPages(synced)).toEqual(keys.slice(0, 1));
  const paths = emulator.requests().slice(before);
  expect(paths.filter(({ path }) => path === '/graphql')).toEqual([]);
});

it('a backfill by GraphQL reports a missing permission like REST', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  await emulator.act.removePermission('deployments');
  await expect(pullAllPages(open(), { stream, since: null })).rejects.toMatchObject({ code: 'permission_missing' });
});
