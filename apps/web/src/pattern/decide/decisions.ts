import type { Schemas } from '../../api/refrain.ts';
import type { Decision } from './use-decide.ts';

type Member = Pick<Schemas['ReportMember'], 'failureId' | 'episodeId'>;

/**
 * One failure of each episode: what is one event stays together anyway, and decisions on its failures would be the same one
 * several times.
 */
export function onePerEpisode(members: readonly Member[]): readonly string[] {
  const first = new Map<string, string>();
  for (const { episodeId, failureId } of members) if (!first.has(episodeId)) first.set(episodeId, failureId);
  return [...first.values()];
}

/** Two groups that stay together each and apart from each other: just as whoever looked at them sorted them. */
export function decideSplit(taken: readonly Member[], rest: readonly Member[]): readonly Decision[] {
  const [out, staying] = [onePerEpisode(taken), onePerEpisode(rest)];
  const [first, other] = [out[0], staying[0]];
  if (first === undefined || other === undefined) return [];
  return [...together(staying), ...together(out), { kind: 'cannot_link', failureIds: [first, other] }];
}

/** Those that are taken belong to another pattern, and not to this one. */
export function decideMove(
  taken: readonly Member[],
  rest: readonly Member[],
  target: readonly Member[],
): readonly Decision[] {
  const [first, other] = [taken[0], onePerEpisode(rest)[0]];
  const apart: readonly Decision[] =
    first === undefined || other === undefined ? [] : [{ kind: 'cannot_link', failureIds: [first.failureId, other] }];
  return [...apart, ...together([...onePerEpisode(target), ...onePerEpisode(taken)])];
}

export function decideMerge(members: readonly Member[], others: readonly Member[]): readonly Decision[] {
  return together([...onePerEpisode(members), ...onePerEpisode(others)]);
}

function together(failureIds: readonly string[]): readonly Decision[] {
  return failureIds.length < 2 ? [] : [{ kind: 'must_link', failureIds: [...failureIds] }];
}
