import { reduceActionsLog } from '@refrain/connectors';
import { generateOrganisation } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { type ReducedLog, scoreReducedLogs } from './score-reduced-logs.ts';

export function measureJobLogs({ seed: seeds }: SeedOptions) {
  const logs = seeds.flatMap((seed) => reduceGeneratedLogs(seed));
  const tools = [...new Set(logs.map(({ truth }) => truth.tool))].sort();
  return {
    seeds,
    all: scoreReducedLogs(logs),
    /** Scores the same logs as if the API had not stated when the failed steps ran. */
    withoutStepTimes: scoreReducedLogs(seeds.flatMap((seed) => reduceGeneratedLogs(seed, false))),
    known: scoreReducedLogs(logs.filter(({ truth }) => !truth.isHeldOut)),
    heldOut: scoreReducedLogs(logs.filter(({ truth }) => truth.isHeldOut)),
    tools: Object.fromEntries(
      tools.map((tool) => [tool, scoreReducedLogs(logs.filter(({ truth }) => truth.tool === tool))]),
    ),
  };
}

/** Formats the reduced logs for a person to read, each after its tool and the line that states the error. */
export function listReducedLogs({ seed: seeds }: SeedOptions): string {
  return seeds
    .flatMap((seed) => reduceGeneratedLogs(seed))
    .map(({ truth, reduced }) => `=== ${truth.tool}: ${truth.errorLine}\n${reduced}\n`)
    .join('\n');
}

function reduceGeneratedLogs(seed: number, hasStepTimes = true): ReducedLog[] {
  const { world, truth } = generateOrganisation(seed);
  const jobOf = new Map(
    world.github.repositories.flatMap(({ name, deployments, runs = [] }) =>
      runs.map(({ id, attempts }) => {
        const deployment = deployments.find(({ statuses }) => statuses.some(({ logUrl }) => logUrl.endsWith(`/${id}`)));
        const externalId = `${world.github.organisation}/${name}#deployment/${deployment?.id}`;
        return [externalId, attempts[0]?.jobs[0]] as const;
      }),
    ),
  );
  return truth.failedDeployments.flatMap(({ failure, jobLog }) => {
    const job = jobOf.get(failure.id);
    if (jobLog === null || job === undefined) return [];
    const times = job.steps.flatMap(({ conclusion, startedAt, completedAt }) =>
      conclusion === 'failure' && startedAt !== undefined && completedAt !== undefined
        ? [{ from: Date.parse(startedAt), until: Date.parse(completedAt) }]
        : [],
    );
    return [{ truth: jobLog, reduced: reduceActionsLog(job.log ?? '', hasStepTimes ? times : []) }];
  });
}
