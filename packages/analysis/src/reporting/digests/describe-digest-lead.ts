import type { Digest, DigestedPattern } from '@refrain/domain';
import { capitalise, formatCount, formatDay, formatList, formatMonth } from '../../text/format.ts';

type Described = Pick<Digest, 'scope' | 'period' | 'episodes' | 'episodesBefore' | 'patterns'>;

export function formatDigestTitle({ scope, period: { kind, from } }: Pick<Digest, 'scope' | 'period'>): string {
  const whose =
    scope.kind === 'organisation' ? 'All services' : scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
  return kind === 'week' ? `${whose}: week of ${formatDay(from)}` : `${whose}: ${formatMonth(from)}`;
}

/** Says in one to three sentences how many episodes there were, what changed, and how many decisions wait. */
export function describeDigestLead(digest: Described, proposals: number): string {
  return [
    `${capitalise(describeEpisodes(digest))}.`,
    ...describeChanges(digest.patterns),
    ...(proposals === 0
      ? []
      : [`${formatCount(proposals, 'proposal')} ${proposals === 1 ? 'needs' : 'need'} a decision.`]),
  ].join(' ');
}

function describeEpisodes({ episodes, episodesBefore, period: { kind } }: Described): string {
  if (episodes === 0)
    return episodesBefore === 0
      ? `no episode this ${kind}`
      : `no episode this ${kind}, after ${episodesBefore} the ${kind} before`;
  const counted = `${formatCount(episodes, 'episode')} this ${kind}`;
  if (episodesBefore === 0) return `${counted}, and none the ${kind} before`;
  if (episodes === episodesBefore) return `${counted}, as many as the ${kind} before`;
  return `${counted}, ${episodes > episodesBefore ? 'up' : 'down'} from ${episodesBefore}`;
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
