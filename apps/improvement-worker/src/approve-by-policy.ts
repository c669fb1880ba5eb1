import { findObstacle } from '@refrain/analysis';
import { dayInMs, thePolicy } from '@refrain/domain';
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
  return () =>
    improvements.withLock('policy', async () => {
      const { policy } = await policies.find();
      if (policy.mode !== 'auto') return;
      for (const proposal of await improvements.listForPolicy(mostLookedAt)) {
        const at = new Date(now()).toISOString();
        const weekAgo = new Date(now() - 7 * dayInMs).toISOString();
        const { open, byPolicySince } = await improvements.countOpened(weekAgo);
        const counted = { byRepository: open, openedThisWeek: byPolicySince };
        if (findObstacle(policy, counted, proposal, at) !== null) continue;
        await improvements.approve(proposal.id, {}, thePolicy);
        await producer.enqueue('ensure-issue', { improvementId: proposal.id });
      }
    });
}
