import type { ClusteredPattern } from '@refrain/analysis/evaluation';
import type { Episode } from '@refrain/domain';
import type { TrueEpisode, Truth } from '@refrain/sample-org';
import { round, roundAllNumbers } from '../figures/round.ts';
import { formatFailureId } from '../organisations/parse-organisation.ts';
import { type ClusterItem, type ClusterScore, scoreClusters } from './score-clusters.ts';

const digits = 3;

export interface PatternScore {
  readonly truePatterns: number;
  readonly patterns: number;
  readonly largest: number;
  readonly unclustered: number;
  /** Number of episodes that never recurred (`of`), and how many of them have a failure in a pattern (`grouped`). */
  readonly oneOffs: { readonly grouped: number; readonly of: number };
  /** Share of the patterns in which at least four of five failures belong to one true pattern. */
  readonly clean: number;
  readonly perFailure: Pick<ClusterScore, 'bCubed' | 'pairwise'>;
  /** Scores over true episodes. Each episode counts once, whatever its number of failures. */
  readonly perEpisode: Pick<ClusterScore, 'bCubed' | 'pairwise'>;
}

export interface FoundPatterns {
  readonly failureIds: readonly string[];
  readonly episodes: readonly Episode[];
  readonly patterns: readonly { readonly members: readonly Pick<ClusteredPattern['members'][number], 'failureId'>[] }[];
}

/** Scores patterns against the truth. Each episode that never recurs, and each failure in no pattern, counts as a separate class. */
export function scorePatterns({ failureIds, episodes, patterns }: FoundPatterns, truth: Truth): PatternScore {
  const { inPattern, inEpisode, locationOf } = assignFailures({ episodes, patterns });
  const trueEpisode = findTrueEpisodes(truth);
  const known = new Set(failureIds);
  const perFailure = scoreClusters(listClusterItems({ failureIds, episodes, patterns }, truth));
  const perEpisode = scoreClusters(
    truth.episodes.flatMap((episode) => {
      const ids = idsOf(episode).filter((id) => known.has(id));
      return ids.length === 0
        ? []
        : [{ id: episode.id, pattern: findMostFrequentName(ids.map(locationOf)), group: findTrueClass(episode) }];
    }),
  );
  const oneOffs = truth.episodes.filter(({ patternId }) => patternId === null);
  const sizes = patterns.map(
    ({ members }) => new Set(members.map(({ failureId: id }) => inEpisode.get(id) ?? id)).size,
  );
  return {
    truePatterns: truth.patterns.length,
    patterns: patterns.length,
    largest: Math.max(0, ...sizes),
    unclustered: round(1 - inPattern.size / failureIds.length, digits),
    oneOffs: {
      grouped: oneOffs.filter((episode) => idsOf(episode).some((id) => inPattern.has(id))).length,
      of: oneOffs.length,
    },
    clean: round(
      patterns.filter(({ members }) => {
        const classes = members.map(({ failureId: id }) => trueEpisode.get(id)?.patternId ?? id);
        const best = findMostFrequentName(classes);
        return classes.filter((one) => one === best).length >= 0.8 * classes.length;
      }).length / Math.max(1, patterns.length),
      digits,
    ),
    perFailure: pick(perFailure),
    perEpisode: pick(perEpisode),
  };
}

/** Returns each failure with its true class and its pattern. For a failure in no pattern, its episode counts as the pattern. */
export function listClusterItems({ failureIds, ...found }: FoundPatterns, truth: Truth): ClusterItem[] {
  const { locationOf } = assignFailures(found);
  const trueEpisode = findTrueEpisodes(truth);
  return failureIds.map((id) => ({ id, pattern: locationOf(id), group: findTrueClass(trueEpisode.get(id)) }));
}

function assignFailures({ episodes, patterns }: Omit<FoundPatterns, 'failureIds'>) {
  const inPattern = new Map(
    patterns.flatMap(({ members }, index) => members.map(({ failureId: id }) => [id, `${index}`] as const)),
  );
  const inEpisode = new Map(episodes.flatMap(({ id, failureIds: ids }) => ids.map((member) => [member, id] as const)));
  const locationOf = (id: string) => inPattern.get(id) ?? `episode ${inEpisode.get(id) ?? id}`;
  return { inPattern, inEpisode, locationOf };
}

export function findTrueEpisodes(truth: Truth): ReadonlyMap<string, TrueEpisode> {
  return new Map(truth.episodes.flatMap((episode) => idsOf(episode).map((id) => [id, episode] as const)));
}

/** Returns the true class of an episode's failures: the pattern, or the episode itself if it never recurred. */
export function findTrueClass(episode: TrueEpisode | undefined): string | null {
  return episode === undefined ? null : (episode.patternId ?? episode.id);
}

function idsOf({ failures }: TrueEpisode): string[] {
  return failures.flatMap(({ kind, id, sameAs }) => [id, ...sameAs].map((name) => formatFailureId(kind, name)));
}

/** Returns the most frequent name; among equally frequent names the alphabetically first. Returns an empty text if there are no names. */
export function findMostFrequentName(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}

function pick({ bCubed, pairwise }: ClusterScore): Pick<ClusterScore, 'bCubed' | 'pairwise'> {
  return roundAllNumbers({ bCubed, pairwise }, digits);
}
