import { hourInMs, minuteInMs } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

/** Intervals for issues without a webhook. */
const activeAfterMs = 15 * minuteInMs;
const doneStaleMs = 24 * hourInMs;
/** Issues per run, as each costs a few requests; the next run enqueues the rest. */
const maxAtOnce = 100;

/** Enqueues the sync of issues without a recent webhook, and of those whose pattern was merged or split. */
export function createSyncIssues({
  store,
  producer,
  now,
}: {
  readonly store: Pick<Store, 'improvements'>;
  readonly producer: Pick<Producer, 'enqueueMany'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): Handler<'sync-issues'> {
  const ago = (ms: number) => new Date(now() - ms).toISOString();
  return async () => {
    const { improvements } = store;
    const due = [
      ...(await improvements.listUnsynced('active', ago(activeAfterMs), maxAtOnce)),
      ...(await improvements.listUnsynced('done', ago(doneStaleMs), maxAtOnce)),
    ];
    await producer.enqueueMany(
      'sync-issue',
      due.map((improvementId) => ({ improvementId })),
    );
    const left = await improvements.listOrphaned();
    await producer.enqueueMany(
      'follow-pattern',
      left.map(({ id: improvementId }) => ({ improvementId })),
    );
  };
}
