import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';
import { readPages } from '../client/paginate.ts';
import { HookDelivery, hasArrived } from './last-delivery.ts';

/** github.com redelivers what is at most three days old; self-hosted servers a week. */
const retentionMs = 3 * dayInMs;
/** Each redelivery is a write and takes a second; the rest is left for the next call. */
const maxAtOnce = 100;
/** A delivery that was answered with a 4xx this often is refused because of its content. */
const maxRefusals = 5;

/**
 * Requests the deliveries without a successful attempt, oldest first. GitHub tries each delivery once. Its list has one
 * entry for each attempt, and the attempts of one delivery share its guid. While the last requested one failed too,
 * only one is tried, because the address does not respond yet.
 * @returns how many were requested; 0 means that nothing is missing since then
 * @throws {AppError} if the list cannot be read to its end and nothing is missing in the part that was read
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
    // 404 and 422 mean that it has become too old.
    const answer = await client.requestIfAny(again, [404, 422], z.unknown(), signal);
    if (answer !== null) sent += 1;
  }
  if (sent === 0 && problem !== null) throw problem;
  return sent;
}

interface Missed {
  /** The newest attempt; null if there was none. */
  readonly last: HookDelivery | null;
  /** The newest attempt of each delivery that never arrived, oldest delivery first. */
  readonly missed: readonly HookDelivery[];
  readonly problem: AppError | null;
}

/**
 * The list is sorted from new to old, and its cursors may expire; the part read so far is used then. A removed hook has
 * no deliveries.
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
      const ownDeliveries = recent.filter((one) => !isForeign(one, client.as));
      last ??= ownDeliveries[0] ?? null;
      ownDeliveries.forEach(missing.add);
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

/** An App's webhook receives the deliveries of all its installations. */
function isForeign({ installation_id: id }: HookDelivery, as: GitHubClient['as']): boolean {
  return as.kind === 'github_app' && id != null && String(id) !== String(as.installationId);
}

/**
 * Collects the deliveries that never arrived, from attempts that are passed newest first. It stores nothing about
 * deliveries whose first attempt arrived, which are nearly all of some hundred thousand.
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
