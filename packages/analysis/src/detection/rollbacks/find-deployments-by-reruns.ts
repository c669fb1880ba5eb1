import type { Change } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';

const runPage = /^(https?:\/\/\S{1,300}\/actions\/runs\/\d{1,15})(?=$|[/?#])/u;
/** The usual number of deployments per Actions run is the median over this number of runs before and after a run. */
const neighbours = 5;

/** Returns the URL of the GitHub Actions run that created a deployment, without the job; null if no run created it. */
export function getActionsRunUrl({ url }: Change): string | null {
  return runPage.exec(url ?? '')?.[1] ?? null;
}

/**
 * Finds deployments by reruns of Actions runs. GitHub does not state the attempt, so all deployments of a run beyond
 * the median number per run count as deployments by a rerun.
 * @param deployments deployments of one environment, including failed ones, earliest first
 */
export function findDeploymentsByReruns(deployments: readonly Change[]): ReadonlySet<Change> {
  const runs = [
    ...groupBy(deployments, (deployment) => {
      const run = getActionsRunUrl(deployment);
      return run === null ? [] : [run];
    }).values(),
  ];
  return new Set(
    runs.flatMap((run, at) => {
      const near = runs.slice(Math.max(0, at - neighbours), at + neighbours + 1).map(({ length }) => length);
      const median = near.sort((a, b) => a - b)[(near.length - 1) >> 1] ?? 1;
      return run.slice(median);
    }),
  );
}
