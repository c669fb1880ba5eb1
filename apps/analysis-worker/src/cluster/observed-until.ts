import type { Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';

/**
 * Returns the end of the observed period: now if an account is connected, because a day without failures is an observation too;
 * otherwise the time just after the newest record of the archives.
 */
export async function findObservationEnd(
  store: Pick<Store, 'connections'>,
  known: readonly { readonly occurredAt: Instant }[],
  now: number,
): Promise<Instant> {
  const isUntilNow = known.length === 0 || (await hasConnectedAccount(store));
  const newest = Math.max(...known.map(({ occurredAt }) => Date.parse(occurredAt)));
  const until = isUntilNow ? now : Math.min(newest + 1, now);
  return new Date(until).toISOString();
}

export async function hasConnectedAccount({ connections }: Pick<Store, 'connections'>): Promise<boolean> {
  return (await connections.list()).some(({ provider }) => provider !== 'archive');
}
