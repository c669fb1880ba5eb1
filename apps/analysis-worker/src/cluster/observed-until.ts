import type { Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';

/**
 * Returns the end of the observed period: now if a GitHub or PagerDuty account is connected, because a day without failures is an
 * observation too. With archives only, the period ends just after their newest record.
 */
export async function findObservationEnd(
  store: Pick<Store, 'connections'>,
  known: readonly { readonly occurredAt: Instant }[],
  now: number,
): Promise<Instant> {
  const newest = known.reduce(
    (latest, { occurredAt }) => Math.max(latest, Date.parse(occurredAt)),
    Number.NEGATIVE_INFINITY,
  );
  const until =
    (await hasConnectedAccount(store)) || newest === Number.NEGATIVE_INFINITY ? now : Math.min(newest + 1, now);
  return new Date(until).toISOString();
}

export async function hasConnectedAccount({ connections }: Pick<Store, 'connections'>): Promise<boolean> {
  return (await connections.list()).some(({ provider }) => provider !== 'archive');
}
