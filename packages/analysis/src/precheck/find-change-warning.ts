import { dayInMs } from '@refrain/domain';
import { formatCount } from '../text/format.ts';
import type { ChangeTerms } from './extract-change-terms.ts';
import { findRiskEvidence, type RiskEvidence } from './find-risk-evidence.ts';
import type { PastFailure, PrecheckFinding } from './precheck.ts';
import type { RiskEstimate } from './precheck-state.ts';
import { rankRiskScore } from './rank-risk-score.ts';
import type { PrecheckModel } from './replay-history.ts';

export interface PrecheckSnapshot {
  readonly known: PrecheckModel;
  /** Failures by the id of the change that caused them */
  readonly failures: ReadonlyMap<string, readonly PastFailure[]>;
  /** Time of the check, in ms since 1970 */
  readonly now: number;
}

export interface PrecheckOptions {
  /** Maximum share of changes that get a warning, in (0, 1]; 0.02 by default */
  readonly alertRate?: number;
}

const defaultAlertRate = 0.02;
/** Minimum number of failed changes in the history before any warning is given */
const minFailed = 10;
const maxFailures = 10;
const recentMs = 90 * dayInMs;

/** Returns a warning for a change whose risk score ranks among the highest; otherwise null. */
export function findChangeWarning(
  { known, failures: all, now }: PrecheckSnapshot,
  read: ChangeTerms,
  weighed: RiskEstimate,
  { alertRate = defaultAlertRate }: PrecheckOptions,
): PrecheckFinding | null {
  const { state, riskScores, calibrate } = known;
  if (state.countFailed() < minFailed || weighed.riskScore <= 0) return null;
  const rank = rankRiskScore(riskScores, weighed.riskScore);
  if (rank === null || rank > alertRate) return null;
  const support = findRiskEvidence(read, weighed, state);
  if (support.sharedTerms.length + support.sharedPaths.length === 0) return null;
  const failures = support.changeIds
    .flatMap((id) => all.get(id) ?? [])
    .filter(({ knownAt }) => Date.parse(knownAt) <= now)
    .slice(0, maxFailures);
  const { patternId, recentEpisodes } = choosePattern(failures, all, now);
  const score = calibrate(weighed.riskScore, weighed.averageScore);
  return {
    patternId,
    recentEpisodes,
    failureIds: failures.map(({ id }) => id),
    score,
    averageScore: weighed.averageScore,
    rank,
    sharedPaths: support.sharedPaths,
    sharedTerms: support.sharedTerms,
    explanation: describeFinding({ support, weighed, failures, recentEpisodes, score, now }),
  };
}

/** Selects the pattern with the most episodes in the last 90 days; in a tie, the pattern of the earlier failure. */
function choosePattern(
  failures: readonly PastFailure[],
  all: PrecheckSnapshot['failures'],
  now: number,
): Pick<PrecheckFinding, 'patternId' | 'recentEpisodes'> {
  const ids = [...new Set(failures.flatMap(({ patternId }) => patternId ?? []))];
  const known = [...all.values()].flat().filter(({ knownAt }) => {
    const at = Date.parse(knownAt);
    return at <= now && at > now - recentMs;
  });
  const [top] = ids
    .map((patternId) => {
      const ofPattern = known.filter((failure) => failure.patternId === patternId);
      return { patternId, recentEpisodes: new Set(ofPattern.map(({ id, episodeId }) => episodeId ?? id)).size };
    })
    .sort((a, b) => b.recentEpisodes - a.recentEpisodes);
  return top ?? { patternId: null, recentEpisodes: 0 };
}

interface FindingEvidence {
  readonly support: RiskEvidence;
  readonly weighed: RiskEstimate;
  readonly failures: readonly PastFailure[];
  readonly recentEpisodes: number;
  readonly score: number;
  readonly now: number;
}

/**
 * Describes the evidence, strongest first. Says what happened after similar changes, and does not judge this change.
 */
function describeFinding({ support, weighed, failures, recentEpisodes, score, now }: FindingEvidence): string[] {
  const { sharedPaths, withPaths, sharedTerms, withTerms, sameTitle } = support;
  const days = Math.floor((now - Math.max(...failures.map(({ knownAt }) => Date.parse(knownAt)))) / dayInMs);
  const earlier = (number: number): string => `${formatCount(number, 'earlier change')} that failed`;
  const words = sharedTerms.map((word) => `“${word}”`);
  return [
    ...(sameTitle.length > 0 ? ['A change with the same title has failed before; this may be a second attempt.'] : []),
    ...(withPaths > 0
      ? [`This change shares files or folders with ${earlier(withPaths)}: ${sharedPaths.join(', ')}.`]
      : []),
    ...(withTerms > 0 ? [`This change shares words with ${earlier(withTerms)}: ${words.join(', ')}.`] : []),
    ...(recentEpisodes > 0
      ? [`The pattern of these failures had ${formatCount(recentEpisodes, 'episode')} in the last 90 days.`]
      : []),
    `The most recent of these failures happened ${days <= 0 ? 'today' : `${formatCount(days, 'day')} ago`}.`,
    `The estimated probability that this change fails is ${percent(score)}, compared with ${percent(weighed.averageScore)} for an average change.`,
  ];
}

function percent(share: number): string {
  return share < 0.01 ? 'less than 1 %' : `${Math.round(100 * share)} %`;
}
