import type { Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';

/**
 * Up to when failures would be known: until now while an account is read, for days without any are a finding then; of archives
 * alone until just after the newest thing that they hold.
 */
export async function findObservedUntil(
  store: Pick<Store, 'connections'>,
  known: readonly { readonly occurredAt: Instant }[],
  now: number,
): Promise<Instant> {
  const newest = known.reduce(
    (latest, { occurredAt }) => Math.max(latest, Date.parse(occurredAt)),
    Number.NEGATIVE_INFINITY,
  );
  const until = (await isAccountRead(store)) || newest === Number.NEGATIVE_INFINITY ? now : Math.min(newest + 1, now);
  return new Date(until).toISOString();
}

/** Whether anything but archives is connected. */
export async function isAccountRead({ connections }: Pick<Store, 'connections'>): Promise<boolean> {
  return (await connections.list()).some(({ provider }) => provider !== 'archive');
}
