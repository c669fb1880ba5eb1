import { type PipelineOutput, runPipeline } from '@refrain/analysis';
import { generateOrganisation, type Truth } from '@refrain/sample-org';
import { scoreCauses } from '../causes/score-causes.ts';
import type { SeedOptions } from '../command-line/options.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { type ParsedRecords, parseOrganisation } from '../organisations/parse-organisation.ts';
import { scoreClusters } from '../patterns/score-clusters.ts';
import { findTrueClass, findTrueEpisodes, listClusterItems } from '../patterns/score-patterns.ts';
import { type KnownDeployment, listTrueDeployments, scoreDeploymentLinks } from './score-deployment-links.ts';

const digits = 3;
const analysedUntil = '2026-11-30T00:00:00.000Z';

export interface AnalysedDeployments extends ParsedRecords, Pick<PipelineOutput, 'patterns' | 'episodes' | 'links'> {
  readonly truth: Truth;
  /** The true failed deployments that the analysis knows, with the ids of their failures. */
  readonly deployments: readonly KnownDeployment[];
  readonly causeOf: ReadonlyMap<string, string>;
}

/** Scores the analysis of failed deployments alone: their groups, causes, resolutions and deployed changes. */
export function measureDeployments({ seed: seeds }: SeedOptions) {
  return { organisations: seeds.map((seed) => ({ seed, ...scoreDeployments(analyseOrganisation(seed)) })) };
}

/** Lists the patterns in which failed deployments are most frequent, with their names, causes and true classes. */
export function listDeploymentPatterns({ seed: seeds }: SeedOptions): string {
  return seeds.map((seed) => listPatternsOf(analyseOrganisation(seed))).join('\n');
}

function analyseOrganisation(seed: number): AnalysedDeployments {
  const { world, truth, postMortems } = generateOrganisation(seed);
  const records = parseOrganisation(world, postMortems);
  const { patterns, episodes, links, observed } = runPipeline({
    ...records,
    corrections: [],
    previous: [],
    until: analysedUntil,
  });
  const known = new Set(records.failures.map(({ id }) => id));
  const causeOf = new Map<string, string>(
    observed.episodes.flatMap(({ failureIds, cause }) => failureIds.map((id) => [id, cause] as const)),
  );
  for (const { pattern, members } of patterns)
    for (const { failureId } of members) causeOf.set(failureId, pattern.cause);
  const deployments = listTrueDeployments(truth).filter(({ id }) => known.has(id));
  return { ...records, patterns, episodes, links, truth, deployments, causeOf };
}

function scoreDeployments(analysed: AnalysedDeployments) {
  const { truth, deployments, episodes, patterns, causeOf } = analysed;
  const failureIds = deployments.map(({ id }) => id);
  const clusters = scoreClusters(listClusterItems({ failureIds, episodes, patterns }, truth));
  const { accuracy, macroF1, answered } = scoreCauses(
    deployments.map(({ id, cause }) => ({ predicted: causeOf.get(id) ?? 'unknown', truth: [cause] })),
  );
  return {
    failedDeployments: deployments.length,
    bCubed: roundAllNumbers(clusters.bCubed, digits),
    pairwise: roundAllNumbers(clusters.pairwise, digits),
    causes: roundAllNumbers({ accuracy, macroF1, answered }, digits),
    ...scoreDeploymentLinks(analysed),
  };
}

function listPatternsOf({ truth, deployments, patterns }: AnalysedDeployments): string {
  const episodeOf = findTrueEpisodes(truth);
  const errorOf = new Map(deployments.map(({ id, jobLog }) => [id, jobLog?.errorLine]));
  const listed = patterns.filter(({ pattern: { kinds, episodes } }) => kinds.failed_deployment * 2 > episodes);
  return listed
    .map(({ pattern, members }) => {
      const classes = new Map<string, number>();
      for (const { failureId } of members) {
        const name = findTrueClass(episodeOf.get(failureId)) ?? 'unknown';
        classes.set(name, (classes.get(name) ?? 0) + 1);
      }
      const errors = [...new Set(members.flatMap(({ failureId }) => errorOf.get(failureId) ?? []))];
      return [
        `${pattern.name}\n  cause ${pattern.cause}, mechanism ${pattern.mechanism ?? 'none'}, ${pattern.kinds.failed_deployment} failed deployments`,
        `  truly ${[...classes].map(([name, count]) => `${name} (${count})`).join(', ')}`,
        ...errors.slice(0, 2).map((error) => `  error: ${error.slice(0, 160)}`),
        '',
      ].join('\n');
    })
    .join('\n');
}
