import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { HookDelivery, hasArrived } from './last-delivery.ts';
import { readPages } from './paginate.ts';

/** github.com sends again what is at most three days old; servers of one's own keep a week. */
const keptMs = 3 * dayInMs;
/** Each costs a write, and so a second: what is left over is for the next call. */
const mostAtOnce = 100;
/** A delivery that was answered by a 4xx this often is refused for what it is. */
const mostRefusals = 5;

/**
 * GitHub tries each delivery once. Its list has one entry for each attempt; those of one delivery share its guid. Asked for
 * again is what has no attempt that arrived, the oldest first. While the last one that was asked for failed as well, one is
 * tried: the address does not answer yet.
 * @returns how many were asked for; 0 says that nothing is missing since then
 * @throws {AppError} where the list cannot be read to its end and what was read of it lacks nothing
 */
export async function redeliverHook(
  client: GitHubClient,
  hookPath: string,
  since: Instant,
  signal: AbortSignal,
): Promise<number> {
  const from = Math.max(Date.parse(since), Date.now() - keptMs);
  const { deliveries, problem } = await listDeliveries(client, hookPath, from, signal);
  const newestFirst = deliveries.filter((one) => !isForeign(one, client.as));
  const [last] = newestFirst;
  const isDown = last?.redelivery === true && !hasArrived(last);
  const missed = missedDeliveries(newestFirst).slice(0, isDown ? 1 : mostAtOnce);
  let sent = 0;
  for (const { id } of missed) {
    const what = `delivery ${id} of the webhook`;
    const again = { method: 'POST', url: `${hookPath}/deliveries/${id}/attempts`, what } as const;
    // 404 and 422: it has grown too old meanwhile.
    const answer = await client.askIfAny(again, [404, 422], z.unknown(), signal);
    if (answer !== null) sent += 1;
  }
  if (sent === 0 && problem !== null) throw problem;
  return sent;
}

/**
 * The list runs from new to old and goes on by a cursor, which may end before it is used: what was listed until then can be
 * worked on. A hook that was removed has none.
 */
async function listDeliveries(
  client: GitHubClient,
  hookPath: string,
  from: number,
  signal: AbortSignal,
): Promise<{ readonly deliveries: HookDelivery[]; readonly problem: AppError | null }> {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 100 }, exactNumbers: true, what } as const;
  const deliveries: HookDelivery[] = [];
  try {
    for await (const { data } of readPages(client, request, z.array(HookDelivery), signal)) {
      const recent = data.filter(({ delivered_at }) => Date.parse(delivered_at) >= from);
      deliveries.push(...recent);
      if (recent.length < data.length) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code !== 'not_found') {
      if (deliveries.length === 0 || thrown.context.status !== 422) throw thrown;
      return { deliveries, problem: thrown };
    }
  }
  return { deliveries, problem: null };
}

/** An App's webhook tells of all of its installations. */
function isForeign({ installation_id: id }: HookDelivery, as: GitHubClient['as']): boolean {
  return as.kind === 'github_app' && id != null && String(id) !== String(as.installationId);
}

/** The newest attempt of each delivery that never arrived, the oldest delivery first. */
function missedDeliveries(newestFirst: readonly HookDelivery[]): HookDelivery[] {
  const attempts = new Map<string, HookDelivery[]>();
  for (const delivery of newestFirst) {
    const known = attempts.get(delivery.guid);
    if (known === undefined) attempts.set(delivery.guid, [delivery]);
    else known.push(delivery);
  }
  return [...attempts.values()]
    .filter((all) => !all.some(hasArrived) && all.filter(isRefused).length < mostRefusals)
    .flatMap(([newest]) => (newest === undefined ? [] : [newest]))
    .reverse();
}

function isRefused({ status_code }: HookDelivery): boolean {
  return status_code >= 400 && status_code < 500;
}
