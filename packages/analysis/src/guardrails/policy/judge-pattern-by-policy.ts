import type { ImprovementPolicy, PatternReport } from '@refrain/domain';
import { estimatePeopleHours } from '../../metrics/cost/estimate-people-hours.ts';
import { formatCount, formatShare } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { midpointOfSpan } from '../midpoint-of-span.ts';

export interface PolicyJudgement {
  readonly deservesIssue: boolean;
  readonly reason: string;
  /** Total people-hours of the episodes in the policy's window; null if unknown */
  readonly peopleHours: number | null;
}

/**
 * Decides whether a pattern deserves an issue. The pattern needs enough episodes in the policy's window, a high
 * confidence or a person's confirmation, and either a rising trend, a return after a silence, or a high cost.
 */
export function judgePatternByPolicy(
  report: Pick<PatternReport, 'pattern' | 'members' | 'measurement' | 'asOf'>,
  { minEpisodes, windowDays, minConfidence, minPeopleHours }: ImprovementPolicy,
): PolicyJudgement {
  const { pattern, measurement = null } = report;
  const { episodes, hours } = estimatePeopleHours(report, windowDays);
  const counted = `${formatCount(episodes, 'episode')} in the last ${formatCount(windowDays, 'day')}`;
  const peopleHours = hours === null ? null : Math.round(midpointOfSpan(hours));
  const no = (reason: string): PolicyJudgement => ({ deservesIssue: false, reason, peopleHours });
  const yes = (reason: string): PolicyJudgement => ({ deservesIssue: true, reason, peopleHours });
  if (pattern.judgement === 'dismissed') return no('A person dismissed this pattern.');
  if (episodes < minEpisodes) return no(`${counted}; the policy requires ${minEpisodes}.`);
  if (pattern.judgement !== 'confirmed' && pattern.confidence < minConfidence) {
    return no(
      `The match confidence is ${formatShare(pattern.confidence)}; the policy requires ${formatShare(minConfidence)}.`,
    );
  }
  if (measurement?.trend?.perWeek.direction === 'rising') return yes(`${counted}, and the pattern is rising.`);
  if (measurement?.recurrence === 'returned')
    return yes(`${counted}, and the pattern has returned after a quiet period.`);
  if (minPeopleHours === 0) return yes(`${counted}.`);
  if (peopleHours === null) return no(`${counted}, but their cost is unknown, and the pattern is not rising.`);
  const took = `${counted} took about ${formatCount(peopleHours, 'engineer-hour')}`;
  return peopleHours < minPeopleHours
    ? no(`${took}; the policy requires ${formatNumber(minPeopleHours)} for a pattern that is not rising.`)
    : yes(`${took}.`);
}
