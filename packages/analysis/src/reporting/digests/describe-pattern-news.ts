import { type DigestedPattern, type DigestPeriod, dayInMs } from '@refrain/domain';
import { capitalise, formatCount, formatDay } from '../../text/format.ts';
import { formatImpact } from './impact-hours.ts';

export interface PatternNews extends DigestedPattern {
  /** When the last episode before the period began; null if there was none. */
  readonly previousAt: string | null;
  /** When the first and the last episode in the period began; null without one. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

const [daysPerWeek, daysPerMonth] = [7, 30.44];

type PatternChange = NonNullable<DigestedPattern['newRecurrence'] | DigestedPattern['direction']>;

/** Returns the one change under which a pattern is counted and described: what it became in the period, or else its trend. */
export function findPatternChange({
  newRecurrence,
  direction,
}: Pick<DigestedPattern, 'newRecurrence' | 'direction'>): PatternChange | null {
  return newRecurrence ?? direction;
}

/** Says what changed about a pattern. Returns null if it only recurred as before, or did not occur. */
export function describeChangedPattern(pattern: PatternNews, { kind }: Pick<DigestPeriod, 'kind'>): string | null {
  const { previousAt, lastAt, lesson } = pattern;
  const quietSince = lastAt ?? previousAt;
  const count = describeCount(pattern, kind);
  switch (findPatternChange(pattern)) {
    case 'new':
      return `New, with ${count}. ${findFirstSentence(lesson)}`.trim();
    case 'returned':
      return `Returned${previousAt === null ? '' : ` after ${describePause(previousAt, pattern)} without an episode`}: ${count}.`;
    case 'quiet':
      return `Quiet: no episodes ${quietSince === null ? 'for ' : `since ${formatDay(quietSince)}, `}an unusually long time.`;
    case 'rising':
      return `More frequent than before: ${count}.`;
    case 'falling':
      return `Less frequent than before: ${count}.`;
    case null:
      return null;
  }
}

/** Says how often a pattern recurred whose status did not change. */
export function describeRecurredPattern(pattern: PatternNews, { kind }: Pick<DigestPeriod, 'kind'>): string {
  return `${capitalise(describeCount(pattern, kind))}.`;
}

function describeCount(
  { episodes, episodesBefore, impactHours, lastAt }: PatternNews,
  unit: DigestPeriod['kind'],
): string {
  if (episodes === 0 || lastAt === null) return 'no episodes';
  const impact = impactHours === null ? '' : ` with ${formatImpact(impactHours)} of impact`;
  const before = episodesBefore === 0 ? '' : `, ${episodesBefore} the ${unit} before`;
  return episodes === 1
    ? `1 episode${impact} on ${formatDay(lastAt)}${before}`
    : `${episodes} episodes${impact}, the last on ${formatDay(lastAt)}${before}`;
}

function describePause(previousAt: string, { firstAt }: Pick<PatternNews, 'firstAt'>): string {
  const days = (Date.parse(firstAt ?? previousAt) - Date.parse(previousAt)) / dayInMs;
  if (days >= 2 * daysPerMonth) return formatCount(Math.round(days / daysPerMonth), 'month');
  return days >= 2 * daysPerWeek
    ? formatCount(Math.round(days / daysPerWeek), 'week')
    : formatCount(Math.round(days), 'day');
}

/** A sentence up to its full stop, which may stand in a closing quotation; full stops in quotations and numbers do not end it. */
const firstSentence = /^(?:“[^”]*[^.!?”]”|“[^”]*[.!?]”(?!\s|$)|[^“.]|\.(?!\s|$))*(?:“[^”]*[.!?]”|\.)/u;

function findFirstSentence(text: string): string {
  return firstSentence.exec(text)?.[0] ?? text;
}
