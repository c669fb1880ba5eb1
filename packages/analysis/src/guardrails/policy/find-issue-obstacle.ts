import type { Improvement, ImprovementPolicy, Instant } from '@refrain/domain';
import { createOutOfHoursCheck } from '../../metrics/cost/out-of-hours.ts';
import { formatCount } from '../../text/format.ts';

export interface PolicyIssueCounts {
  readonly byRepository: ReadonlyMap<string, number>;
  /** Number of issues that the policy opened in the last seven days */
  readonly openedThisWeek: number;
}

/** Returns the reason why the policy may not open an issue for a proposed improvement now; null if it may. */
export function findIssueObstacle(
  policy: ImprovementPolicy,
  { byRepository, openedThisWeek }: PolicyIssueCounts,
  { repository, guardrailId }: Pick<Improvement, 'repository' | 'guardrailId'>,
  now: Instant,
): string | null {
  const { mode, quietOutside, maxOpen, maxOpenPerRepository, maxPerWeek } = policy;
  if (mode === 'propose') return 'A person must approve it first.';
  if (repository === null) return 'Its repository is unknown. A person must choose one.';
  // Without a guardrail, the issue would ask a team to find one; a person decides whether that is worth the effort.
  if (guardrailId === null) return 'No fix is recommended yet. A person must decide whether it is worth an issue.';
  if (quietOutside !== null && createOutOfHoursCheck(quietOutside)(now)) {
    return 'It is waiting for the hours in which the policy opens issues.';
  }
  const open = [...byRepository.values()].reduce((sum, count) => sum + count, 0);
  if (open >= maxOpen) return `It is waiting because the policy allows only ${formatCount(maxOpen, 'open issue')}.`;
  if ((byRepository.get(repository) ?? 0) >= maxOpenPerRepository) {
    return `It is waiting because the policy allows only ${formatCount(maxOpenPerRepository, 'open issue')} in its repository.`;
  }
  if (openedThisWeek >= maxPerWeek) {
    return `It is waiting because the policy has opened ${formatCount(openedThisWeek, 'issue')} in the last seven days.`;
  }
  return null;
}
