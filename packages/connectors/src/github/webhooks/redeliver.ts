import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';
import { readPages } from '../client/paginate.ts';
import { HookDelivery, hasHookDeliveryArrived } from './last-delivery.ts';

/** github.com redelivers for 3 days, self-hosted servers for a week. */
const retentionMs = 3 * dayInMs;
/** Limits the redeliveries per call, since each is a write and takes a second. */
const maxAtOnce = 100;
/** Number of 4xx responses after which a delivery is given up, since its content probably causes them. */
const maxRefusals = 5;

/**
 * Requests redelivery of deliveries without a successful attempt, oldest first, and returns their number. Requests only
 * one if the last redelivery failed, because the receiver may be down. Throws if the list cannot be read to its end and
 * no redelivery was requested.
 */
export async function requestHookRedeliveries(client: GitHubClient, hookPath: string, since: Instant): Promise<number> {
  const from = Math.max(Date.parse(since), Date.now() - retentionMs);
  const { last, missed, problem } = await listMissed(client, hookPath, from);
  const isDown = last?.redelivery === true && !hasHookDeliveryArrived(last);
  let sent = 0;
  for (const { id } of missed.slice(0, isDown ? 1 : maxAtOnce)) {
    const what = `delivery ${id} of the webhook`;
    const again = { method: 'POST', url: `${hookPath}/deliveries/${id}/attempts`, what } as const;
    // GitHub responds with 404 or 422 if a delivery has become too old.
    const answer = await client.requestIfAny(again, [404, 422], z.unknown());
    if (answer !== null) sent += 1;
  }
  if (sent === 0 && problem !== null) throw problem;
  return sent;
}

/** Lists missing deliveries, newest attempt first. If a cursor has expired, uses the pages read so far. */
async function listMissed(client: GitHubClient, hookPath: string, from: number) {
  const what = 'the deliveries of the webhook';
  const request = { url: `${hookPath}/deliveries`, parameters: { per_page: 100 }, exactNumbers: true, what } as const;
  const missing = createMissing();
  let read = 0;
  let last: HookDelivery | null = null;
  let problem: AppError | null = null;
  try {
    for await (const { data } of readPages(client, request, z.array(HookDelivery))) {
      const recent = data.filter(({ delivered_at }) => Date.parse(delivered_at) >= from);
      const ownDeliveries = recent.filter((one) => !isForeign(one, client.identity));
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

/** Tells whether a delivery is for another installation. An App has one webhook, which receives the events of all. */
function isForeign({ installation_id: id }: HookDelivery, as: GitHubClient['identity']): boolean {
  return as.kind === 'github_app' && id != null && String(id) !== String(as.installationId);
}

/**
 * Collects missing deliveries from attempts, newest first. Uses no memory for deliveries that arrived at the first
 * attempt.
 */
function createMissing() {
  const arrivedLater = new Set<string>();
  const missing = new Map<string, { readonly newest: HookDelivery; refusals: number }>();
  return {
    add(delivery: HookDelivery): void {
      const { guid, redelivery } = delivery;
      if (hasHookDeliveryArrived(delivery)) {
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
