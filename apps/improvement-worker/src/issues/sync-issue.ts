import { deriveImprovementUpdates } from '@refrain/analysis';
import { describeMissingIssue } from '@refrain/connectors';
import { hourInMs, type Improvement, type ImprovementState, minuteInMs, toAppError } from '@refrain/domain';
import type { JobHandler, Producer } from '@refrain/jobs';
import { describeProblem } from '../accounts/describe-problem.ts';
import type { ImprovementDeps, IssueDeps } from '../improvement-deps.ts';
import { applyIssueCommands } from './apply-issue-commands.ts';

type SyncIssueDeps = Pick<IssueDeps, 'store' | 'openRepository' | 'producer'>;

/** States in which an improvement may have an issue. A proposed improvement has an issue if it was declined before. */
const synced: ReadonlySet<ImprovementState> = new Set([
  'proposed',
  'opened',
  'accepted',
  'declined',
  'fixed',
  'verified',
  'recurred',
]);

/** Sync intervals of issues for which no webhook arrived. */
const activeAfterMs = 15 * minuteInMs;
const doneStaleMs = 24 * hourInMs;
/** Maximum number of issues per run, because each issue requires a few requests. The next run enqueues the rest. */
const maxAtOnce = 100;

/** Thrown if a person decided on the improvement after the job had read the improvement. */
class Overtaken extends Error {}

/** Creates the idempotent job that applies what people did with an issue, including their commands to Refrain. */
export function createSyncIssueHandler(deps: SyncIssueDeps): JobHandler<'sync-issue'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const improvement = await improvements.find(improvementId);
      if (improvement === null || !synced.has(improvement.state)) return;
      try {
        await sync(deps, improvement, signal);
      } catch (thrown) {
        // A person has just decided, so the issue is synced again with the new decision.
        if (thrown instanceof Overtaken) return deps.producer.enqueue('sync-issue', { improvementId });
        if (!signal.aborted && !toAppError(thrown).retryable) {
          await improvements.recordProblem(improvementId, describeProblem(thrown), false);
          // The failed issue is recorded as synced. Otherwise, it would delay other issues until a person resolves the error.
          await improvements.recordSynced(improvementId);
        }
        throw thrown;
      }
    });
}

async function sync(deps: SyncIssueDeps, improvement: Improvement, signal: AbortSignal): Promise<void> {
  const { store, openRepository, producer } = deps;
  const { improvements } = store;
  const { id, repository, issueNumber: number } = improvement;
  if (repository === null || number === null) return;
  const tracker = await openRepository(repository);
  const { lastCommentId } = await improvements.readThread(id);
  const issue = await tracker.trackIssue({ repository, number }, lastCommentId, signal);
  if (issue === null) {
    await improvements.recordProblem(id, describeMissingIssue({ repository, number }), false);
    await improvements.recordSynced(id, lastCommentId);
    return;
  }
  const rejectOvertaken = ({ state, stateSince }: Improvement) => {
    if (state !== improvement.state || stateSince !== improvement.stateSince) throw new Overtaken();
  };
  await improvements.recordIssue(id, issue, rejectOvertaken);
  const { policy } = await store.improvements.findPolicy();
  const turned = await improvements.transition(
    id,
    deriveImprovementUpdates(improvement, issue, policy),
    rejectOvertaken,
  );
  const applied = await applyIssueCommands({ ...deps, tracker }, turned, issue, signal);
  if (applied.state === 'fixed') await producer.enqueue('verify-effect', { improvementId: id });
  if (applied.state === 'declined' && issue.state === 'open')
    await producer.enqueue('ensure-issue', { improvementId: id });
  await improvements.recordSynced(id, Math.max(lastCommentId, ...issue.comments.map((comment) => comment.id)));
}

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
