import type { Digest, DigestedPattern, TrendDirection } from '@refrain/domain';
import { capitalise, formatCount, formatDay, formatList, formatMonth } from '../../text/format.ts';
import { findPatternChange } from './describe-pattern-news.ts';
import { formatImpact, sumImpactHours } from './impact-hours.ts';

type Described = Pick<
  Digest,
  'scope' | 'period' | 'episodes' | 'episodesBefore' | 'impactHours' | 'impactHoursBefore' | 'costliest' | 'patterns'
>;

export function formatDigestTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: week of ${formatDay(from)}` : `${whose}: ${formatMonth(from)}`;
}

/**
 * Says in one to five sentences how many episodes there were, whether that is a change, their impact, how few episodes had most of
 * it, and what changed. Readers see the period in the title.
 * @param direction how the number of episodes changed since the period before
 * @param trend the direction of the organisation's trend; null if it is unknown or the digest is about a part of the organisation
 */
export function describeDigestLead(digest: Described, direction: TrendDirection, trend: TrendDirection | null): string {
  return [
    `${capitalise(describeEpisodes(digest))}${describeCertainty(digest, direction)}.`,
    ...describeImpact(digest),
    ...describeConcentration(digest),
    ...describeChanges(digest.patterns),
    ...(trend === 'rising' || trend === 'falling' ? [longTrends[trend]] : []),
  ].join(' ');
}

const longTrends = {
  rising: 'Over the recorded history, episodes are becoming more frequent.',
  falling: 'Over the recorded history, episodes are becoming less frequent.',
} as const;

function describeEpisodes({ episodes, episodesBefore, period: { kind } }: Described): string {
  const counted = episodes === 0 ? 'no episodes' : formatCount(episodes, 'episode');
  if (episodesBefore === 0) return `${counted}, and none the ${kind} before`;
  if (episodes === 0) return `${counted}, after ${episodesBefore} the ${kind} before`;
  if (episodes === episodesBefore) return `${counted}, as many as the ${kind} before`;
  return `${counted}, ${episodes > episodesBefore ? 'up' : 'down'} from ${episodesBefore} the ${kind} before`;
}

/** Says whether a different count means more than chance, with the words of the overview. */
function describeCertainty({ episodes, episodesBefore }: Described, direction: TrendDirection): string {
  if (episodes === episodesBefore) return '';
  if (direction === 'rising' || direction === 'falling') return ', beyond normal variation';
  return direction === 'too_few' ? ' (too few for a trend)' : ', within normal variation';
}

function describeImpact({ impactHours, impactHoursBefore, period: { kind } }: Described): string[] {
  if (impactHours === null) return [];
  const impact = formatImpact(impactHours);
  if (impactHoursBefore === null) return [`The impact was ${impact}.`];
  const before = formatImpact(impactHoursBefore);
  if (impact === before) return [`The impact was ${impact}, the same as the ${kind} before.`];
  return [`The impact ${impactHours > impactHoursBefore ? 'rose' : 'fell'} from ${before} to ${impact}.`];
}

function describeConcentration({ costliest, episodes, impactHours }: Described): string[] {
  if (impactHours === null || costliest.length === 0 || episodes === costliest.length) return [];
  const hours = formatImpact(sumImpactHours(costliest) ?? 0);
  return [
    costliest.length === 1
      ? `One episode accounts for ${hours} of it.`
      : `${capitalise(numerals[costliest.length] ?? '')} episodes account for ${hours} of it.`,
  ];
}

const numerals = ['no', 'one', 'two', 'three'] as const;

const changes = [
  ['new', 'is new', 'are new'],
  ['returned', 'returned', 'returned'],
  ['rising', 'is rising', 'are rising'],
  ['quiet', 'went quiet', 'went quiet'],
] as const;

function describeChanges(patterns: readonly DigestedPattern[]): string[] {
  const phrases = changes.flatMap(([change, one, many]) => {
    const count = patterns.filter((pattern) => findPatternChange(pattern) === change).length;
    return count === 0 ? [] : [{ count, verb: count === 1 ? one : many }];
  });
  // The noun is said once: “2 patterns returned and 1 went quiet.”
  const parts = phrases.map(({ count, verb }, at) => `${at === 0 ? formatCount(count, 'pattern') : count} ${verb}`);
  return parts.length === 0 ? [] : [`${formatList(parts)}.`];
}
