import { type Change, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { actionsRunOf, findReruns } from './find-reruns.ts';

/** A period in which an environment ran one revision: consecutive successful deployments of it. */
export interface Run {
  readonly sha: string;
  /** Earliest first; at least one. */
  readonly deployments: readonly [Change, ...Change[]];
}

export interface EnvironmentRuns {
  readonly repository: string;
  readonly environment: string | null;
  /** Earliest first; consecutive runs have different shas. */
  readonly runs: readonly Run[];
}

/** Environments created for one branch or review and removed with it, by the names that hosts and people give them. */
const transient =
  /(?:^|[^a-z])(?:pr|mr|pull[-_ ]?requests?|merge[-_ ]?requests?|previews?|review[-_ ]?apps?|deploy[-_ ]?preview|ephemeral)(?:[^a-z]|$)|^(?:pull|review|branch|feature|tmp|temp)\//iu;
/** Words that also occur in names of permanent environments: a feature store, a queue for review. */
const likelyTransient = /(?:^|[^a-z])(?:pull|review|branch|feature|tmp|temp)(?:[^a-z]|$)/iu;
const production = /^(?:production|prod|prd)(?:[^a-z]|$)|[^a-z](?:production|prod|prd)[^a-z]{0,5}$/iu;

/** Returns whether an environment exists only as long as its branch or review. */
export function isTransient(environment: string | null): boolean {
  const name = (environment ?? '').slice(0, 300);
  return transient.test(name) || (likelyTransient.test(name) && !isProduction(name));
}

/** Returns whether an environment has the name of a production environment. */
export function isProduction(environment: string | null): boolean {
  return production.test((environment ?? '').slice(0, 300));
}

/** Deployments created within this time run in parallel, so their order has no meaning. */
export const sideBySide = minuteInMs;

/**
 * Lists what each permanent environment ran, by its successful deployments. Failed deployments changed nothing, and
 * parallel deployments of one revision count once. Change events are ignored, since a pipeline may report them late,
 * twice or not at all.
 * @param changes in any order
 */
export function listEnvironmentRuns(changes: readonly Change[]): EnvironmentRuns[] {
  const counted = changes.filter(
    ({ kind, externalId, sha, environment }) =>
      kind === 'deployment' && externalId.includes('#deployment/') && sha !== null && !isTransient(environment),
  );
  const byLocation = groupBy(counted, ({ repository, environment }) => [`${repository}\n${environment ?? ''}`]);
  return [...byLocation]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, deployments]) => {
      const sorted = deployments.sort(byTime);
      const [first] = sorted;
      return first === undefined
        ? []
        : [{ repository: first.repository, environment: first.environment, runs: toRuns(sorted) }];
    });
}

function toRuns(sorted: readonly Change[]): Run[] {
  const reruns = findReruns(sorted);
  const runs: { sha: string; deployments: [Change, ...Change[]] }[] = [];
  const latest = new Map<string, number>();
  for (const deployment of sorted) {
    if (deployment.succeeded !== true) continue;
    const sha = (deployment.sha ?? '').toLowerCase();
    const index = latest.get(sha) ?? -1;
    const [own, overtaking] = [runs[index], runs[index + 1]];
    const isLate = (): boolean => !reruns.has(deployment) && isOfActionsRun(deployment, own);
    if (own !== undefined && (overtaking === undefined || isBeside(own, overtaking, deployment) || isLate()))
      own.deployments.push(deployment);
    else {
      latest.set(sha, runs.length);
      runs.push({ sha, deployments: [deployment] });
    }
  }
  return runs;
}

/**
 * Returns whether a deployment was made within a minute of the next run, parallel to an earlier one of its revision. It
 * is late, not a rollback.
 */
function isBeside(own: Run, overtaking: Run, deployment: Change): boolean {
  const since = (earlier: Change): number => Date.parse(deployment.occurredAt) - Date.parse(earlier.occurredAt);
  return since(overtaking.deployments[0]) < sideBySide && since(own.deployments[0]) < 2 * sideBySide;
}

/**
 * Returns whether a deployment is another job of an Actions run that already deployed the revision: runs overlap, and
 * the earlier one has not finished.
 */
function isOfActionsRun(deployment: Change, own: Run | undefined): boolean {
  const run = actionsRunOf(deployment);
  return run !== null && own?.deployments.some((earlier) => actionsRunOf(earlier) === run) === true;
}

function byTime(a: Change, b: Change): number {
  return (
    Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
    a.externalId.length - b.externalId.length ||
    (a.externalId < b.externalId ? -1 : 1)
  );
}
