import { createRandomStream, generateOrganisation } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';
import { correctInRounds, listCorrectedFailures } from './correct-in-rounds.ts';
import { averageCurves, type ScoreAfterCorrections } from './corrections-curve.ts';
import { createReclusterer } from './create-reclusterer.ts';
import { findTrueClass, findTrueEpisodes, listClusterItems } from './score-patterns.ts';
import { scoreUncorrectedFailures } from './score-uncorrected-failures.ts';

const counts = [0, 5, 10, 20, 40, 80];

export function measureCorrections({ seed: seeds }: SeedOptions) {
  const organisations = seeds.map((seed) => ({ seed, curve: measure(seed) }));
  return { organisations, curve: averageCurves(organisations.map((one) => one.curve)) };
}

function measure(seed: number): ScoreAfterCorrections[] {
  const { world, truth } = generateOrganisation(seed);
  const { failures, episodes } = linkParsedFailures(parseOrganisation(world));
  const failureIds = failures.map(({ id }) => id);
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds: ids }) => ids.map((one) => [one, id] as const)));
  const trueEpisode = findTrueEpisodes(truth);
  const steps = correctInRounds(
    createReclusterer({ failures, episodes }),
    {
      groupOf: (id) => findTrueClass(trueEpisode.get(id)) ?? id,
      episodeOf: (id) => episodeOf.get(id) ?? id,
    },
    createRandomStream(`corrections of ${seed}`),
    counts,
  );
  const items = steps.map(({ patterns }) => listClusterItems({ failureIds, episodes, patterns }, truth));
  return steps.map(({ given, corrections, patterns }, at) => ({
    decisions: counts[at] as number,
    ...given,
    patterns: patterns.length,
    ...scoreUncorrectedFailures(items[0] ?? [], items[at] ?? [], listCorrectedFailures(corrections)),
  }));
}
