import type { Digest, ReportSection } from '@refrain/domain';
import { formatCount, formatDay } from '../../text/format.ts';
import { createDetailSection, createStatement } from '../document/section.ts';

interface Omissions {
  /** Whether trends and forecasts are omitted, because the following period has also ended */
  readonly isLate: boolean;
  /** The number of episodes that are counted but not cited */
  readonly unlisted: number;
  /** The number of episodes of unknown duration or with false alarms only, which the impact does not contain */
  readonly untimed: number;
}

export function describeDigestCompleteness(
  { completeness, asOf, scope }: Pick<Digest, 'completeness' | 'asOf' | 'scope'>,
  { isLate, unlisted, untimed }: Omissions,
): ReportSection {
  const { accounts, problems, gaps, uncompared = 0, unassigned } = completeness;
  const isWhole = scope.kind === 'organisation';
  const sentences = [
    `The digest contains data from ${formatCount(accounts, 'account')} up to ${formatDay(asOf)}, ${asOf.slice(11, 16)} UTC.`,
    ...problems.map(({ account, problem }) => `${account}: ${problem}`),
    gaps > 0 && `Records from ${formatCount(gaps, 'day')} are missing, although the provider has them.`,
    uncompared > 0 && `The completeness of ${formatCount(uncompared, 'stream')} of records has not been checked yet.`,
    unassigned.failures > 0 &&
      `${unassigned.failures} of ${formatCount(unassigned.of, 'failure')}${isWhole ? '' : ' in the whole organisation'} ${unassigned.failures === 1 ? 'is' : 'are'} in no pattern.`,
    untimed > 0 &&
      `The impact does not include ${formatCount(untimed, 'episode')} of unknown duration, or with false alarms only.`,
    isLate &&
      `The digest omits ${isWhole ? 'rates, durations, delivery metrics, ' : ''}trends and forecasts, because it was written after the next period had ended.`,
    unlisted > 0 &&
      `${formatCount(unlisted, 'earlier episode')} in this period ${unlisted === 1 ? 'is' : 'are'} counted but not listed.`,
  ];
  const statements = sentences.flatMap((sentence) => (sentence === false ? [] : [createStatement(sentence)]));
  return createDetailSection('completeness', 'Completeness', statements);
}
