import { findPatterns } from '@refrain/analysis';
import type { ClusteredPattern } from '@refrain/analysis/evaluation';
import { createRandom, generateOrganisation } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { linkObservation } from '../organisations/link-observation.ts';
import { observeOrganisation } from '../organisations/observe-organisation.ts';
import { correctInRounds, listCorrectedFailures } from './correct-in-rounds.ts';
import { type CorrectionScore, meanCurve } from './corrections-curve.ts';
import { findTrueEpisodes, listClusterItems, trueClassOf } from './score-patterns.ts';
import { scoreUntouched } from './score-untouched.ts';

const counts = [0, 5, 10, 20, 40, 80];

export function measureCorrections({ seed: seeds }: SeedOptions) {
  const organisations = seeds.map((seed) => ({ seed, curve: measure(seed) }));
  return { organisations, curve: meanCurve(organisations.map((one) => one.curve)) };
}

function measure(seed: number): CorrectionScore[] {
  const { world, truth } = generateOrganisation(seed);
  const { failures, episodes } = linkObservation(observeOrganisation(world));
  const failureIds = failures.map(({ id }) => id);
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds: ids }) => ids.map((one) => [one, id] as const)));
  const trueEpisode = findTrueEpisodes(truth);
  const steps = correctInRounds<ClusteredPattern>(
    (corrections, previous) =>
      findPatterns({
        failures,
        episodes,
        corrections,
        newPatternId: (id) => id,
        previous: previous.map(({ id, members }) => ({
          patternId: id,
          failureIds: members.map(({ failureId }) => failureId),
        })),
      }).patterns,
    {
      groupOf: (id) => trueClassOf(trueEpisode.get(id)) ?? id,
      episodeOf: (id) => episodeOf.get(id) ?? id,
    },
    createRandom(`corrections of ${seed}`),
    counts,
  );
  const items = steps.map(({ patterns }) => listClusterItems({ failureIds, episodes, patterns }, truth));
  return steps.map(({ given, corrections, patterns }, at) => ({
    decisions: counts[at] as number,
    ...given,
    patterns: patterns.length,
    ...scoreUntouched(items[0] ?? [], items[at] ?? [], listCorrectedFailures(corrections)),
  }));
}
