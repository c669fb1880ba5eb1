import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';
import { readPages } from '../client/paginate.ts';
import { HookDelivery, hasArrived } from './last-delivery.ts';

/** github.com sends again what is at most three days old; servers of one's own keep a week. */
const retentionMs = 3 * dayInMs;
/** Each costs a write, and so a second: what is left over is for the next call. */
const maxAtOnce = 100;
/** A delivery that was answered by a 4xx this often is refused for what it is. */
const maxRefusals = 5;

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
  const from = Math.max(Date.parse(since), Date.now() - retentionMs);
  const { last, missed, problem } = await listMissed(client, hookPath, from, signal);
  const isDown = last?.redelivery === true && !hasArrived(last);
  let sent = 0;
  for (const { id } of missed.slice(0, isDown ? 1 : maxAtOnce)) {
    const what = `delivery ${id} of the webhook`;
    const again = { method: 'POST', url: `${hookPath}/deliveries/${id}/attempts`, what } as const;
    // 404 and 422: it has grown too old meanwhile.
    const answer = await client.askIfAny(again, [404, 422], z.unknown(), signal);
    if (answer !== null) sent += 1;
  }
  if (sent === 0 && problem !== null) throw problem;
  return sent;
}

interface Missed {
  /** The newest attempt of all; null where there was none. */
  readonly last: HookDelivery | null;
  /** The newest attempt of each delivery that never arrived, the oldest delivery first. */
  readonly missed: readonly HookDelivery[];
  readonly problem: AppError | null;
}

/**
 * The list runs from new to old and goes on by a cursor, which may end before it is used: what was listed until then can be
 * worked on. A hook that was removed has none.
 */
async function listMissed(client: GitHubClient, hookPath: string, from: number, signal: AbortSignal): Promise<Missed> {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 100 }, exactNumbers: true, what } as const;
  const missing = createMissing();
  let read = 0;
  let last: HookDelivery | null = null;
  let problem: AppError | null = null;
  try {
    for await (const { data } of readPages(client, request, z.array(HookDelivery), signal)) {
      const recent = data.filter(({ delivered_at }) => Date.parse(delivered_at) >= from);
      const own = recent.filter((one) => !isForeign(one, client.as));
      last ??= own[0] ?? null;
      own.forEach(missing.add);
      read += recent.length;
      if (recent.length < data.length) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code !== 'not_found') {
      if (read === 0 || thrown.context.status !== 422) throw thrown;
      problem = thrown;
    }
  }
  return { last, missed: missing.list(), problem };
}

/** An App's webhook tells of all of its installations. */
function isForeign({ installation_id: id }: HookDelivery, as: GitHubClient['as']): boolean {
  return as.kind === 'github_app' && id != null && String(id) !== String(as.installationId);
}

/**
 * What never arrived of attempts that are told from new to old. Of those that arrived at their first attempt, which are nearly all of
 * some hundred thousand, nothing is kept.
 */
function createMissing() {
  const arrivedLater = new Set<string>();
  const missing = new Map<string, { readonly newest: HookDelivery; refusals: number }>();
  return {
    add(delivery: HookDelivery): void {
      const { guid, redelivery } = delivery;
      if (hasArrived(delivery)) {
        missing.delete(guid);
        if (redelivery !== false) arrivedLater.add(guid);
      } else if (!arrivedLater.has(guid)) {
        const known = missing.get(guid) ?? { newest: delivery, refusals: 0 };
        if (isRefused(delivery)) known.refusals += 1;
        missing.set(guid, known);
      }
    },
    list: () =>
      [...missing.values()]
        .filter(({ refusals }) => refusals < maxRefusals)
        .map(({ newest }) => newest)
        .reverse(),
  };
}

function isRefused({ status_code }: HookDelivery): boolean {
  return status_code >= 400 && status_code < 500;
}
