import { hourInMs, minuteInMs } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

/** Webhooks tell at once; this finds what they did not tell. */
const livingAfterMs = 15 * minuteInMs;
const doneAfterMs = 24 * hourInMs;
/** The rest follows in the next run: a few requests each. */
const mostAtOnce = 100;

/** Has the issues looked at of which no webhook told for a while, and those whose pattern went on into others. */
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
      ...(await improvements.listUnsynced('living', ago(livingAfterMs), mostAtOnce)),
      ...(await improvements.listUnsynced('done', ago(doneAfterMs), mostAtOnce)),
    ];
    await producer.enqueueMany(
      'sync-issue',
      due.map((improvementId) => ({ improvementId })),
    );
    const left = await improvements.listLeft();
    await producer.enqueueMany(
      'follow-pattern',
      left.map(({ id: improvementId }) => ({ improvementId })),
    );
  };
}
