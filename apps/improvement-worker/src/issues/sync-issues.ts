import { hourInMs, minuteInMs } from '@refrain/domain';
import type { JobHandler, Producer } from '@refrain/jobs';
import type { ImprovementDeps } from '../improvement-deps.ts';

/** Sync intervals of issues for which no webhook arrived. */
const activeAfterMs = 15 * minuteInMs;
const doneStaleMs = 24 * hourInMs;
/** Maximum of issues per run, because each one costs a few requests. The next run enqueues the rest. */
const maxAtOnce = 100;

/** Creates the job that enqueues the sync of issues without a recent webhook, and of issues whose pattern was merged or split. */
export function createSyncIssuesHandler({
  store: { improvements },
  producer,
  now,
}: Pick<ImprovementDeps, 'store' | 'now'> & {
  readonly producer: Pick<Producer, 'enqueueMany'>;
}): JobHandler<'sync-issues'> {
  const ago = (ms: number) => new Date(now() - ms).toISOString();
  return async () => {
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
