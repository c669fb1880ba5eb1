import type { Change } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';

const runPage = /^(https?:\/\/\S{1,300}\/actions\/runs\/\d{1,15})(?=$|[/?#])/u;
/** Runs before and after one that tell how often runs deployed at its time. */
const neighbours = 5;

/** The page of the Actions run that carried a deployment out, without the job; null for any other. */
export function actionsRunOf({ url }: Change): string | null {
  return runPage.exec(url ?? '')?.[1] ?? null;
}

/**
 * Deployments that their Actions run made when it was run again. A run bears one number in all attempts and no deployment
 * says of which it is. But several jobs of one run may deploy to one environment, and the runs beside it tell how many do:
 * what goes beyond comes of another attempt.
 * @param deployments of one environment, also those that did not go through, earliest first
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
      const usual = near.sort((a, b) => a - b)[(near.length - 1) >> 1] ?? 1;
      return run.slice(usual);
    }),
  );
}
