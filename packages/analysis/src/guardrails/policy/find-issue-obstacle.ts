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
  if (mode === 'propose') return 'A person approves it first.';
  if (repository === null) return 'Nobody knows where it belongs: a person says so.';
  // Without a guardrail, the issue would ask a team to find one; a person decides whether that is worth the effort.
  if (guardrailId === null) return 'No guardrail is recommended yet: a person decides whether it is worth an issue.';
  if (quietOutside !== null && createOutOfHoursCheck(quietOutside)(now)) {
    return 'It waits for the hours in which the policy opens issues.';
  }
  const open = [...byRepository.values()].reduce((sum, count) => sum + count, 0);
  if (open >= maxOpen) return `It waits until fewer than ${formatCount(maxOpen, 'issue')} are open.`;
  if ((byRepository.get(repository) ?? 0) >= maxOpenPerRepository) {
    return `It waits until fewer than ${formatCount(maxOpenPerRepository, 'issue')} are open in its repository.`;
  }
  if (openedThisWeek >= maxPerWeek) {
    return `It waits, as ${formatCount(openedThisWeek, 'issue')} were opened in the last seven days.`;
  }
  return null;
}
