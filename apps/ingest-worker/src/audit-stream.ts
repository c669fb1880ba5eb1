import type { ExistingItem, FailureSource } from '@refrain/connectors';
import { type Connection, dayInMs, hourInMs, type Instant, minuteInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import { batchesOf } from './batches.ts';
import { countDays } from './count-days.ts';
import type { IngestDeps } from './deps.ts';
import { withSource } from './with-source.ts';

/** What came so shortly ago may still be on its way here. */
const settlesWithinMs = 15 * minuteInMs;
/** Days that are compared again each time: a list can show something late. */
const overlapMs = 7 * dayInMs;
const auditEveryMs = 24 * hourInMs;
/** After a refill the books are compared soon; a gap that stays is asked for again at the longer interval. */
const afterRefillMs = 30 * minuteInMs;
const refillEveryMs = 6 * hourInMs;
/** Before this no provider has anything. */
const beginning: Instant = '2008-01-01T00:00:00.000Z';

/**
 * Holds one stream against what the provider says exists, day by day. Where something is missing, the stream is read again
 * from the first such day on.
 */
export function createAuditStream(deps: IngestDeps): Handler<'audit-stream'> {
  const { store, producer, now } = deps;

  async function countStored(connectionId: string, items: readonly ExistingItem[]): Promise<Set<string>> {
    const stored = new Set<string>();
    for (const batch of batchesOf(items, 1_000)) {
      for (const key of await store.completeness.countStored(connectionId, batch)) stored.add(key);
    }
    return stored;
  }

  async function refill(connectionId: string, stream: string, since: Instant): Promise<boolean> {
    const row = await store.connections.findStream(connectionId, stream);
    if (row === null) return false;
    const restarted = await store.connections.restartStream(
      connectionId,
      stream,
      { cursor: null, since },
      row.updatedAt,
    );
    if (restarted) await producer.enqueue('pull-stream', { connectionId, stream });
    return restarted;
  }

  return async ({ connectionId, stream }, signal) => {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    const audit = await store.audits.find(connectionId, stream);
    if (connection === null || row === null || audit === null || row.state !== 'done') return;
    // What is taken in and not yet read would look as if it were missing.
    if ((await store.inbox.countUnprocessed(connectionId)) > 0) return;
    const since = startOf(audit.auditedUntil, row.since);
    const until = new Date(now() - settlesWithinMs).toISOString();
    if (since >= until) return;
    const items = await listExisting(deps, connection, { stream, since, until }, signal);
    const stored = await countStored(connectionId, items);
    const counted = await store.completeness.list(connectionId, { since, until });
    const days = countDays(
      items,
      stored,
      counted.filter((day) => day.stream === stream).map(({ day }) => day),
    );
    await store.completeness.record(
      connectionId,
      days.map((day) => ({ stream, ...day })),
    );
    const gap = days.find((day) => day.stored < day.existing);
    const mayRefill = audit.refilledAt === null || now() - Date.parse(audit.refilledAt) >= refillEveryMs;
    const refilled = gap !== undefined && mayRefill && (await refill(connectionId, stream, `${gap.day}T00:00:00.000Z`));
    const nextMs = gap === undefined ? auditEveryMs : refilled ? afterRefillMs : refillEveryMs;
    await store.audits.keep(connectionId, stream, {
      auditedUntil: gap === undefined ? until : audit.auditedUntil,
      refilledAt: refilled ? new Date(now()).toISOString() : audit.refilledAt,
      dueAt: new Date(now() + nextMs).toISOString(),
    });
  };
}

function startOf(auditedUntil: Instant | null, since: Instant | null): Instant {
  if (auditedUntil === null) return dayOf(since ?? beginning);
  return dayOf(new Date(Date.parse(auditedUntil) - overlapMs).toISOString());
}

/** Whole days, so that a day's figures are of all of it. */
function dayOf(instant: Instant): Instant {
  return `${instant.slice(0, 10)}T00:00:00.000Z`;
}

async function listExisting(
  deps: IngestDeps,
  connection: Connection,
  period: { readonly stream: string; readonly since: Instant; readonly until: Instant },
  signal: AbortSignal,
): Promise<ExistingItem[]> {
  return withSource(deps, connection, period.stream, async (source: FailureSource) => {
    const items: ExistingItem[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await source.listExisting({ ...period, cursor }, signal);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = page.next;
    }
  });
}
