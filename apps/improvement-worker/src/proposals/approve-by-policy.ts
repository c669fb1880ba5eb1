import { findIssueObstacle, type PolicyIssueCounts } from '@refrain/analysis';
import { AppError, dayInMs, type Improvement, isSnoozed, policyDecider } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { IssueDeps } from '../improvement-deps.ts';

/** Maximum number of proposals that one run considers. The caps of the policy permit only a few approvals. */
const mostConsidered = 200;

/**
 * Creates the job that approves proposals in the mode `auto`, within the caps and hours of the policy. Begins with the patterns
 * whose failures cost the most hours of work.
 */
export function createApproveByPolicyHandler({
  store: { improvements },
  producer,
  now,
}: Pick<IssueDeps, 'producer' | 'now'> & {
  readonly store: Pick<Store, 'improvements'>;
}): JobHandler<'approve-by-policy'> {
  async function count(): Promise<PolicyIssueCounts> {
    const { open, byPolicySince } = await improvements.countOpened(new Date(now() - 7 * dayInMs).toISOString());
    return { byRepository: open, openedThisWeek: byPolicySince };
  }
  return () =>
    // Without the lock, two concurrent jobs would not count each other's approvals.
    improvements.withLock('policy', async () => {
      const { policy } = await improvements.findPolicy();
      if (policy.mode !== 'auto') return;
      let counted: PolicyIssueCounts | null = null;
      for (const proposal of await improvements.listForPolicy(mostConsidered)) {
        const at = now();
        counted ??= await count();
        if (findIssueObstacle(policy, counted, proposal, new Date(at).toISOString()) !== null) continue;
        // Both this approval and a concurrent decision of a person change the counts, so they are read again for the next
        // proposal.
        counted = null;
        try {
          await improvements.approve(proposal.id, {}, policyDecider, (stored) => refuseDecided(stored, at));
        } catch (thrown) {
          if (isDecidedMeanwhile(thrown)) continue;
          throw thrown;
        }
        await producer.enqueue('ensure-issue', { improvementId: proposal.id });
      }
    });
}

function refuseDecided(improvement: Improvement, at: number): void {
  const isWithdrawn = improvement.lastDecision?.kind === 'undo';
  if (improvement.state === 'proposed' && !isWithdrawn && !isSnoozed(improvement, at)) return;
  throw new AppError(
    'conflict',
    `A person decided about improvement ${improvement.id} while the policy was being applied. Read the improvement again.`,
  );
}

function isDecidedMeanwhile(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'not_found');
}
