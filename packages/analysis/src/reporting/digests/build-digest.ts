import {
  type Completeness,
  type Digest,
  type DigestedPattern,
  type DigestPeriod,
  type DigestScope,
  dayInMs,
  type Improvement,
  type Measurement,
  type ObservedChange,
  type ObservedEpisode,
  type Pattern,
  type PatternMeasurement,
  type Recurrence,
} from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { findDigestPeriodAt, findDigestPeriodBefore } from '../../metrics/observation/digest-period.ts';
import { determineRecurrenceStatus } from '../../metrics/recurrence/determine-recurrence-status.ts';
import { compareWithPeriodBefore } from '../../metrics/trend/compare-with-period-before.ts';
import { describeDigest } from './describe-digest.ts';
import type { DigestedProposal } from './describe-digest-sections.ts';
import { sumImpactHours } from './impact-hours.ts';
import { selectCostliestEpisodes } from './select-costliest-episodes.ts';

interface PatternToDigest extends Pick<Pattern, 'id' | 'name' | 'lesson' | 'harm'> {
  /** Latest measurement of the pattern; null if it was not measured yet */
  readonly measurement: PatternMeasurement | null;
}

export interface DigestInput {
  readonly scope: DigestScope;
  readonly period: DigestPeriod;
  /** All episodes of the scope, also those outside the period, in chronological order */
  readonly episodes: readonly (ObservedEpisode & { readonly title: string; readonly url: string | null })[];
  /** All episodes of the organisation, by which patterns are new, quiet or returned; those of the scope by default */
  readonly allEpisodes?: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly patterns: readonly PatternToDigest[];
  readonly improvements: readonly Improvement[];
  readonly completeness: Completeness;
  /** Latest measurement of the organisation; null for a digest of a service or a team */
  readonly measurement: Measurement | null;
  readonly asOf: string;
}

export function buildDigest(input: DigestInput): Digest {
  const { scope, period, episodes, changes, completeness, asOf } = input;
  const before = findDigestPeriodBefore(period);
  // Measurements describe the present, so a digest omits them if the period after its own has also ended.
  const isLate = Date.parse(asOf) >= Date.parse(findDigestPeriodAt(period.kind, Date.parse(period.until)).until);
  const isIn = (instant: string, { from, until }: DigestPeriod) => {
    const at = Date.parse(instant);
    return at >= Date.parse(from) && at < Date.parse(until);
  };
  const selectIn = (some: readonly ObservedEpisode[], during: DigestPeriod) =>
    some.filter(({ startedAt }) => isIn(startedAt, during));
  const countIn = (some: readonly ObservedEpisode[], during: DigestPeriod) => selectIn(some, during).length;
  const counted = (during: DigestPeriod) =>
    changes.length === 0 ? null : changes.filter(({ at }) => isIn(at, during)).length;

  const byPattern = <Episode extends ObservedEpisode>(some: readonly Episode[]) =>
    groupBy(some, ({ patternId }) => (patternId === null ? [] : [patternId]));
  const ofPattern = byPattern(episodes);
  const everywhere = input.allEpisodes === undefined ? ofPattern : byPattern(input.allEpisodes);
  const patterns = input.patterns
    .map((pattern) => (isLate ? { ...pattern, measurement: null } : pattern))
    .sort((a, b) => b.harm - a.harm || compareStrings(a.id, b.id))
    .flatMap((pattern): DigestedPattern[] => {
      const own = ofPattern.get(pattern.id) ?? [];
      const starts = (everywhere.get(pattern.id) ?? []).map(({ startedAt }) => Date.parse(startedAt));
      const recurrence = determineRecurrenceStatus(starts, Date.parse(period.until) - 1);
      const recurrenceBefore = determineRecurrenceStatus(starts, Date.parse(period.from) - 1);
      const episodes = countIn(own, period);
      const newRecurrence = findTransition(recurrenceBefore, recurrence);
      // A pattern that appeared or returned elsewhere is no news for this scope.
      if (episodes === 0 && newRecurrence !== 'quiet') return [];
      return [
        {
          patternId: pattern.id,
          name: pattern.name,
          lesson: pattern.lesson,
          episodes,
          episodesBefore: countIn(own, before),
          impactHours: sumImpactHours(selectIn(own, period)),
          recurrence,
          newRecurrence,
          direction: directionOf(pattern),
          probability: probabilityOf(pattern, period.kind),
        },
      ];
    });
  const measuredFixes = input.improvements.filter(
    (improvement) => isMeasured(improvement) && isIn(improvement.stateSince, period),
  );
  const countFixes = (state: Improvement['state']) => measuredFixes.filter((fix) => fix.state === state).length;
  const digest = {
    scope,
    period,
    patterns,
    completeness,
    asOf,
    episodes: countIn(episodes, period),
    episodesBefore: countIn(episodes, before),
    impactHours: sumImpactHours(selectIn(episodes, period)),
    impactHoursBefore: sumImpactHours(selectIn(episodes, before)),
    costliest: selectCostliestEpisodes(episodes.filter(({ startedAt }) => isIn(startedAt, period))),
    changes: counted(period),
    changesBefore: counted(before),
    fixVerdicts: { verified: countFixes('verified'), recurred: countFixes('recurred') },
  };
  return {
    ...digest,
    document: describeDigest(digest, {
      episodes: episodes.filter(({ startedAt }) => isIn(startedAt, period)),
      // A pattern pauses and goes quiet in the whole organisation, so a service does not date it by its own episodes.
      previousEpisodes: findPreviousEpisodes(input.allEpisodes ?? episodes, period.from),
      direction: compareWithPeriodBefore(episodes, period, { recent: digest.episodes, before: digest.episodesBefore }),
      isLate,
      measurement: isLate ? null : input.measurement,
      measuredFixes,
      improvements: input.improvements.filter(
        (improvement) =>
          improvement.state !== 'proposed' && !isMeasured(improvement) && isIn(improvement.updatedAt, period),
      ),
      ...splitProposals(isLate ? [] : listProposals(input.improvements, asOf, ofPattern), (patternId) =>
        (ofPattern.get(patternId) ?? []).some(({ startedAt }) => isIn(startedAt, period)),
      ),
    }),
  };
}

function isMeasured({ state }: Improvement): boolean {
  return state === 'verified' || state === 'recurred';
}

/** Separates the proposals for patterns with an episode in the period from the others, which are only counted. */
function splitProposals(all: readonly DigestedProposal[], hasEpisode: (patternId: string) => boolean) {
  const proposals = all.filter(({ improvement }) => hasEpisode(improvement.patternId));
  return { proposals, otherProposals: all.length - proposals.length };
}

/** Finds when the last episode of each pattern before `from` began. */
function findPreviousEpisodes(episodes: readonly ObservedEpisode[], from: string): ReadonlyMap<string, string> {
  const previous = new Map<string, string>();
  for (const { patternId, startedAt } of episodes)
    if (patternId !== null && startedAt < from && startedAt > (previous.get(patternId) ?? ''))
      previous.set(patternId, startedAt);
  return previous;
}

const yearInMs = 365 * dayInMs;

/** Lists the proposals that are not snoozed, with the last year's episodes and impact of their patterns, like the board. */
function listProposals(
  improvements: readonly Improvement[],
  asOf: string,
  ofPattern: ReadonlyMap<string, readonly ObservedEpisode[]>,
) {
  return improvements
    .filter(({ state, snoozedUntil }) => state === 'proposed' && (snoozedUntil === null || snoozedUntil <= asOf))
    .map((improvement) => {
      const all = ofPattern.get(improvement.patternId) ?? [];
      const own = all.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(asOf) - yearInMs);
      const lastAt =
        all
          .map(({ startedAt }) => startedAt)
          .toSorted(compareStrings)
          .at(-1) ?? null;
      return { improvement, episodes: own.length, impactHours: sumImpactHours(own), lastAt };
    })
    .sort(
      (a, b) =>
        (b.impactHours ?? 0) - (a.impactHours ?? 0) ||
        b.episodes - a.episodes ||
        compareStrings(a.improvement.id, b.improvement.id),
    );
}

/** Returns the recurrence status that the pattern reached in the period; null if it reached none. */
function findTransition(
  before: Recurrence | null,
  after: Recurrence | null,
): NonNullable<DigestedPattern['newRecurrence']> | null {
  if (before === after || after === null) return null;
  if (before === null) return 'new';
  return after === 'returned' || after === 'quiet' ? after : null;
}

function directionOf({ measurement }: PatternToDigest): DigestedPattern['direction'] {
  const direction = measurement?.trend?.perWeek.direction;
  return direction === 'rising' || direction === 'falling' ? direction : null;
}

/** Returns the probability of at least one more episode: within 7 days in a weekly digest, 30 days in a monthly one. */
function probabilityOf({ measurement }: PatternToDigest, kind: DigestPeriod['kind']): number | null {
  const horizonDays = kind === 'week' ? 7 : 30;
  return measurement?.forecast?.horizons.find(({ days }) => days === horizonDays)?.probability ?? null;
}

/** Tells whether two digests of one scope and period have equal counts. Records that arrive late change the counts. */
export function haveEqualDigestCounts(one: Digest, other: Digest): boolean {
  return JSON.stringify(countsOf(one)) === JSON.stringify(countsOf(other));
}

function countsOf({ episodes, episodesBefore, changes, changesBefore, completeness, patterns }: Digest) {
  return [
    ...[episodes, episodesBefore, changes, changesBefore, completeness.accounts],
    patterns.map((pattern) => [pattern.patternId, pattern.episodes, pattern.episodesBefore]),
  ];
}
