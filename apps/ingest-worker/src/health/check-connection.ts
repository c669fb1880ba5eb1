import type { FailureSource } from '@refrain/connectors';
import type { Connection } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import { accountSubject } from '../source/connection-problem.ts';
import { withSource } from '../source/with-source.ts';
import { lookAtScope } from '../sync/sync-scope.ts';
import { keepWebhook, type WatchDeps } from './check-webhook.ts';
import { describeClock, describeMissing } from './describe-health.ts';

/** A connection that is well is looked at closely this seldom, in rounds. */
const closeLookEvery = 6;

/**
 * Looks after one connection: which permissions it lacks, whether what is taken in is still there, whether its clock and ours agree,
 * whether the provider's events come. The last is asked each time, the others too while the connection needs its owner, was just connected, or is of
 * PagerDuty, where that costs some 8 requests. With GitHub a close look costs some 25 for 500 repositories, and what it would
 * find shows mostly by itself when streams are listed and read: so it is taken in every sixth round.
 */
export function createWatchConnection(deps: WatchDeps): Handler<'watch-connection'> {
  const { store } = deps;
  /** Rounds until the next close look, by connection: whoever knows nothing looks. */
  const rounds = new Map<string, number>();

  async function isDue({ id, provider, status }: Connection): Promise<boolean> {
    const left = rounds.get(id) ?? 0;
    rounds.set(id, left > 0 ? left - 1 : closeLookEvery - 1);
    if (left === 0 || status !== 'active' || provider !== 'github') return true;
    const members = await store.scope.listMembers(id);
    return members.length === 0 || members.some(({ state }) => state === 'former');
  }

  async function keepHealth({ id }: Connection, source: FailureSource, signal: AbortSignal): Promise<void> {
    const { missing, answeredAt } = await source.verify(signal);
    // Asked of PostgreSQL itself: what is reckoned from its last word stands still while a machine sleeps.
    const present = await store.readClock();
    await store.problems.set(id, 'permissions', describeMissing(missing));
    await store.problems.set(id, 'clock', describeClock(answeredAt, present));
  }

  return async ({ connectionId }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null || connection.provider === 'archive') return;
    await withSource(deps, connection, null, async (source) => {
      if (await isDue(connection)) {
        await keepHealth(connection, source, signal);
        await lookAtScope(deps, connection, source, signal);
      }
      await keepWebhook(deps, connection, source, signal);
    });
    // One that needs its owner was verified just now.
    if (connection.status !== 'active') await store.problems.set(connection.id, accountSubject, null);
  };
}
