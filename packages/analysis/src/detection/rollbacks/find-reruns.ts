import type { Change } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';

const runPage = /^(https?:\/\/\S{1,300}\/actions\/runs\/\d{1,15})(?=$|[/?#])/u;
/** Number of runs before and after a run that show how often runs deployed at that time. */
const neighbours = 5;

/** Returns the page of the Actions run that made a deployment, without the job; null if none did. */
export function actionsRunOf({ url }: Change): string | null {
  return runPage.exec(url ?? '')?.[1] ?? null;
}

/**
 * Finds the deployments that come from a rerun of their Actions run. All attempts of a run have one number, and a
 * deployment does not state its attempt. Several jobs of a run may deploy to one environment, and neighbouring runs
 * show how many do; any more come from another attempt.
 * @param deployments of one environment, including failed ones, earliest first
 */
export function findReruns(deployments: readonly Change[]): ReadonlySet<Change> {
  const runs = [
    ...groupBy(deployments, (deployment) => {
      const run = actionsRunOf(deployment);
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
