import { dayInMs, type ImprovementPolicy, type PatternReport } from '@refrain/domain';
import { findEpisodeStarts } from '../../metrics/observation/find-episode-starts.ts';
import { formatCount, formatShare } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';

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
  { pattern, members, measurement = null, asOf }: Pick<PatternReport, 'pattern' | 'members' | 'measurement' | 'asOf'>,
  { minEpisodes, windowDays, minConfidence, minPeopleHours }: ImprovementPolicy,
): PolicyJudgement {
  const from = new Date(Date.parse(asOf) - windowDays * dayInMs).toISOString();
  const episodes = [...findEpisodeStarts(members).values()].filter((at) => at >= from).length;
  const counted = `${formatCount(episodes, 'episode')} in the last ${formatCount(windowDays, 'day')}`;
  const perEpisode = measurement?.cost.people.perEpisode ?? null;
  const peopleHours = perEpisode === null ? null : Math.round((episodes * (perEpisode.low + perEpisode.high)) / 2);
  const no = (reason: string): PolicyJudgement => ({ deservesIssue: false, reason, peopleHours });
  const yes = (reason: string): PolicyJudgement => ({ deservesIssue: true, reason, peopleHours });
  if (pattern.judgement === 'dismissed') return no('A person said that this is no pattern worth watching.');
  if (episodes < minEpisodes) return no(`${counted}, where the policy asks for ${minEpisodes}.`);
  if (pattern.judgement !== 'confirmed' && pattern.confidence < minConfidence) {
    return no(
      `That these are one failure is ${formatShare(pattern.confidence)} sure, where the policy asks for ${formatShare(minConfidence)}.`,
    );
  }
  if (measurement?.trend?.perWeek.direction === 'rising') return yes(`${counted}, and it is rising.`);
  if (measurement?.recurrence === 'returned') return yes(`${counted}, and it has returned after a silence.`);
  if (minPeopleHours === 0) return yes(`${counted}.`);
  if (peopleHours === null) return no(`${counted}, but what they took is not known, and it is not rising.`);
  const took = `${counted} took about ${formatCount(peopleHours, 'hour')} of people’s time`;
  return peopleHours < minPeopleHours
    ? no(`${took}, where the policy asks for ${formatNumber(minPeopleHours)} of what is not rising.`)
    : yes(`${took}.`);
}
