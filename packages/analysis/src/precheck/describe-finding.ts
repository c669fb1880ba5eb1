import { dayInMs } from '@refrain/domain';
import { formatCount } from '../text/format.ts';
import type { RiskEvidence } from './find-risk-evidence.ts';
import type { PastFailure } from './precheck.ts';
import type { RiskEstimate } from './precheck-state.ts';

export interface FindingEvidence {
  readonly support: RiskEvidence;
  readonly weighed: RiskEstimate;
  readonly failures: readonly PastFailure[];
  /** Episodes of the pattern in the last 90 days; 0 without a pattern */
  readonly recentEpisodes: number;
  readonly score: number;
  /** Time of the check, in ms since 1970 */
  readonly now: number;
}

/** Describes the evidence, strongest first: what followed similar changes, never a verdict on the checked change. */
export function describeFinding({ support, weighed, failures, recentEpisodes, score, now }: FindingEvidence): string[] {
  const { sharedPaths, withPaths, sharedTerms, withTerms, sameTitle } = support;
  const days = Math.floor((now - Math.max(...failures.map(({ knownAt }) => Date.parse(knownAt)))) / dayInMs);
  const earlier = (number: number): string => `${formatCount(number, 'earlier change')} that failed`;
  const words = sharedTerms.map((word) => `“${word}”`);
  return [
    ...(sameTitle.length > 0 ? ['A change of the same title failed before: this may be a second attempt.'] : []),
    ...(withPaths > 0 ? [`It shares files or folders with ${earlier(withPaths)}: ${sharedPaths.join(', ')}.`] : []),
    ...(withTerms > 0 ? [`It shares words with ${earlier(withTerms)}: ${words.join(', ')}.`] : []),
    ...(recentEpisodes > 0
      ? [`The pattern behind it had ${formatCount(recentEpisodes, 'episode')} in the last 90 days.`]
      : []),
    `The last of these failures became known ${days <= 0 ? 'today' : `${formatCount(days, 'day')} ago`}.`,
    `The chance that it fails is put at ${percent(score)}, that of any change at ${percent(weighed.averageScore)}.`,
  ];
}

function percent(share: number): string {
  return share < 0.01 ? 'less than 1 %' : `${Math.round(100 * share)} %`;
}
