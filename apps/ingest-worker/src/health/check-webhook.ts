import type { EnsuredWebhook, FailureSource } from '@refrain/connectors';
import { type Connection, dayInMs, elapsedMs, minuteInMs } from '@refrain/domain';
import type { IngestDeps } from '../worker/deps.ts';

/** Deliveries older than this can no longer be asked for. */
const redeliveredWithinMs = 3 * dayInMs;
/** What was under way when nothing was missing may have failed since. */
const overlapMs = 10 * minuteInMs;

export interface WatchDeps extends IngestDeps {
  /** Where providers reach the API, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
}

/**
 * Sees to it that the provider's events come: a subscription that is missing is made, one that was switched off is switched
 * on, and what could not be delivered meanwhile is asked for again.
 */
export async function keepWebhook(
  deps: WatchDeps,
  connection: Connection,
  source: FailureSource,
  signal: AbortSignal,
): Promise<void> {
  const { store, publicUrl } = deps;
  const { id } = connection;
  if (publicUrl === null) {
    const problem = 'Set REFRAIN_PUBLIC_URL to the address at which providers reach Refrain: until then it only polls.';
    await store.connections.setWebhook(id, { state: 'none', problem, checkedAt: nowOf(deps) });
    return;
  }
  if (await isSeenTo(deps, connection)) return;
  const ensured = await ensure(deps, connection, publicUrl, source, signal);
  if (ensured.state === 'silent') {
    // What was made just now is asked for a sign of life the second time.
    const again = await store.connections.find(id);
    if (again !== null) await ensure(deps, again, publicUrl, source, signal);
  }
  if (ensured.id !== null && ensured.state !== 'refused') {
    await redeliver(deps, connection, { id: ensured.id }, source, signal);
  }
}

/** Where each repository has a webhook of its own, each costs requests: many that work are looked at more seldom. */
async function isSeenTo({ store, now }: WatchDeps, { id, webhook }: Connection): Promise<boolean> {
  // A new secret is not heard yet: it has to be told to all of them.
  if (webhook.state !== 'active' || webhook.checkedAt === null || !isHeard(webhook)) return false;
  const hooks = (await store.connections.readWebhook(id)).id?.split(',').length ?? 1;
  return hooks > 1 && elapsedMs(webhook.checkedAt, now()) < hooks * minuteInMs;
}

async function ensure(
  deps: WatchDeps,
  { id, webhook }: Connection,
  publicUrl: string,
  source: FailureSource,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const { store } = deps;
  const checkedAt = nowOf(deps);
  const wanted = {
    url: `${publicUrl}${await store.connections.webhookPath(id)}`,
    secret: await store.connections.readWebhookSecret(id),
    id: (await store.connections.readWebhook(id)).id,
    heard: isHeard(webhook),
    isSecretDue: webhook.isSecretDue ?? false,
  };
  const ensured = await source.ensureWebhook(wanted, signal);
  const isSettled = wanted.isSecretDue && (ensured.state !== 'refused' || ensured.isSecretTold === true);
  await store.connections.setWebhook(
    id,
    {
      state: ensured.state,
      problem: ensured.problem,
      checkedAt,
      ...(ensured.isUnheard ? { deliveredAt: null } : {}),
    },
    {
      webhookId: ensured.id,
      ...(ensured.secret === null ? {} : { secret: ensured.secret }),
      ...(isSettled ? { toldSecret: ensured.secret ?? wanted.secret } : {}),
    },
  );
  return ensured.state === 'silent' && (await isHeardMeanwhile(deps, id, webhook))
    ? { ...ensured, state: 'active' }
    : ensured;
}

/** What comes before the provider has the new secret is signed with the former one. */
function isHeard({ deliveredAt, isSecretDue }: Connection['webhook']): boolean {
  return deliveredAt !== null && !isSecretDue;
}

/** A delivery that came while the subscription was looked at has put down that it works, and was overwritten. */
async function isHeardMeanwhile({ store }: WatchDeps, id: string, before: Connection['webhook']): Promise<boolean> {
  const { deliveredAt } = await store.connections.readWebhook(id);
  if (deliveredAt === null || deliveredAt === before.deliveredAt) return false;
  await store.connections.setWebhook(id, { state: 'active', problem: null });
  return true;
}

/** From where nothing was missing last: each look at what the provider delivered costs a request for every hundred. */
async function redeliver(
  { store, now }: WatchDeps,
  connection: Connection,
  webhook: { readonly id: string },
  source: FailureSource,
  signal: AbortSignal,
): Promise<void> {
  const begun = now();
  const settled = (await store.audits.findRedelivered(connection.id)) ?? connection.createdAt;
  const since = Math.max(begun - redeliveredWithinMs, Date.parse(settled));
  const asked = await source.redeliver({ ...webhook, since: new Date(since).toISOString() }, signal);
  if (asked > 0) return;
  const until = new Date(Math.max(since, begun - overlapMs)).toISOString();
  await store.audits.keepRedelivered(connection.id, until);
}

function nowOf({ now }: WatchDeps): string {
  return new Date(now()).toISOString();
}
