import { findObstacle, type OpenIssues } from '@refrain/analysis';
import { AppError, dayInMs, type Improvement, isSnoozed, thePolicy } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface ApproveByPolicyDeps {
  readonly store: Pick<Store, 'improvements' | 'policies'>;
  readonly producer: Pick<Producer, 'enqueue'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** More are not looked at in one run: the caps let but a few pass. */
const mostLookedAt = 200;

/**
 * In the mode `auto`, approves the proposals that cost most, one after the other and within the caps and hours of the policy.
 * One process at a time does so: two would each count the other's as not there yet.
 */
export function createApproveByPolicy({ store, producer, now }: ApproveByPolicyDeps): Handler<'approve-by-policy'> {
  const { improvements, policies } = store;
  /** As it is after each approval. */
  async function count(): Promise<OpenIssues> {
    const { open, byPolicySince } = await improvements.countOpened(new Date(now() - 7 * dayInMs).toISOString());
    return { byRepository: open, openedThisWeek: byPolicySince };
  }
  return () =>
    improvements.withLock('policy', async () => {
      const { policy } = await policies.find();
      if (policy.mode !== 'auto') return;
      let counted: OpenIssues | null = null;
      for (const proposal of await improvements.listForPolicy(mostLookedAt)) {
        const at = now();
        counted ??= await count();
        if (findObstacle(policy, counted, proposal, new Date(at).toISOString()) !== null) continue;
        // It is another one from here on, be it that somebody was faster.
        counted = null;
        try {
          await improvements.approve(proposal.id, {}, thePolicy, (stored) => refuseDecided(stored, at));
        } catch (thrown) {
          if (isDecidedMeanwhile(thrown)) continue;
          throw thrown;
        }
        await producer.enqueue('ensure-issue', { improvementId: proposal.id });
      }
    });
}

/** People decide while others are approved: what they said counts. */
function refuseDecided(improvement: Improvement, at: number): void {
  if (improvement.state === 'proposed' && !isSnoozed(improvement, at)) return;
  throw new AppError('conflict', `Somebody has decided on improvement ${improvement.id} meanwhile`);
}

/** Somebody has decided on it, or it was withdrawn: the others are approved all the same. */
function isDecidedMeanwhile(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'not_found');
}
