import type { Digest, DigestedPattern } from '@refrain/domain';
import { capitalise, formatCount, formatDay, formatList, formatMonth } from '../../text/format.ts';
import { formatImpact } from './impact-hours.ts';

type Described = Pick<
  Digest,
  'scope' | 'period' | 'episodes' | 'episodesBefore' | 'impactHours' | 'impactHoursBefore' | 'patterns' | 'asOf'
>;

export function formatDigestTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: week of ${formatDay(from)}` : `${whose}: ${formatMonth(from)}`;
}

/** Says in one to four sentences how many episodes there were, their impact, what changed, and how many decisions waited. */
export function describeDigestLead(digest: Described, proposals: number): string {
  return [
    `${capitalise(describeEpisodes(digest))}.`,
    ...describeImpact(digest),
    ...describeChanges(digest.patterns),
    ...(proposals === 0
      ? []
      : [`${formatCount(proposals, 'proposal')} needed a decision on ${formatDay(digest.asOf)}.`]),
  ].join(' ');
}

function describeEpisodes({ episodes, episodesBefore, period: { kind } }: Described): string {
  if (episodes === 0)
    return episodesBefore === 0
      ? `no episodes this ${kind}`
      : `no episodes this ${kind}, after ${episodesBefore} the ${kind} before`;
  const counted = `${formatCount(episodes, 'episode')} this ${kind}`;
  if (episodesBefore === 0) return `${counted}, and none the ${kind} before`;
  if (episodes === episodesBefore) return `${counted}, as many as the ${kind} before`;
  return `${counted}, ${episodes > episodesBefore ? 'up' : 'down'} from ${episodesBefore}`;
}

function describeImpact({ impactHours, impactHoursBefore, period: { kind } }: Described): string[] {
  if (impactHours === null) return [];
  const impact = formatImpact(impactHours);
  if (impactHoursBefore === null) return [`The total impact was ${impact}.`];
  const before = formatImpact(impactHoursBefore);
  if (impact === before) return [`The total impact was ${impact}, the same as the ${kind} before.`];
  return [`The total impact was ${impact}, ${impactHours > impactHoursBefore ? 'up' : 'down'} from ${before}.`];
}

const changes = [
  ['new', 'is new', 'are new'],
  ['returned', 'returned', 'returned'],
  ['quiet', 'went quiet', 'went quiet'],
] as const;

function describeChanges(patterns: readonly DigestedPattern[]): string[] {
  const phrases = changes.flatMap(([change, one, many]) => {
    const count = patterns.filter(({ newRecurrence }) => newRecurrence === change).length;
    return count === 0 ? [] : [{ count, verb: count === 1 ? one : many }];
  });
  // The noun is said once: “2 patterns returned and 1 went quiet.”
  const parts = phrases.map(({ count, verb }, at) => `${at === 0 ? formatCount(count, 'pattern') : count} ${verb}`);
  return parts.length === 0 ? [] : [`${formatList(parts)}.`];
}
