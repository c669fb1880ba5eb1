import { type Change, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';

/** A period in which an environment ran one revision. */
export interface RevisionPeriod {
  readonly sha: string;
  /** The successful deployments of the revision, earliest first. */
  readonly deployments: readonly [Change, ...Change[]];
}

export interface EnvironmentHistory {
  readonly repository: string;
  readonly environment: string | null;
  readonly runs: readonly RevisionPeriod[];
}

/** Matches names of environments that exist only for one branch or one review, such as `pr-12` or `preview`. */
const transient =
  /(?:^|[^a-z])(?:pr|mr|pull[-_ ]?requests?|merge[-_ ]?requests?|previews?|review[-_ ]?apps?|deploy[-_ ]?preview|ephemeral)(?:[^a-z]|$)|^(?:pull|review|branch|feature|tmp|temp)\//iu;
/** Matches words for temporary environments that also occur in permanent names, such as `production-feature-store`. */
const likelyTransient = /(?:^|[^a-z])(?:pull|review|branch|feature|tmp|temp)(?:[^a-z]|$)/iu;
const production = /^(?:production|prod|prd)(?:[^a-z]|$)|[^a-z](?:production|prod|prd)[^a-z]{0,5}$/iu;

/** Returns whether an environment exists only as long as its branch or review, judged by its name. */
export function isTemporaryEnvironment(environment: string | null): boolean {
  const name = (environment ?? '').slice(0, 300);
  return transient.test(name) || (likelyTransient.test(name) && !isProductionEnvironment(name));
}

export function isProductionEnvironment(environment: string | null): boolean {
  return production.test((environment ?? '').slice(0, 300));
}

/** Deployments that were created within this time (ms) count as parallel, so that their order says nothing. */
export const maxMsBetweenParallelDeployments = minuteInMs;

/** Lists the revisions of each permanent environment. Ignores PagerDuty change events, which may come late. */
export function listEnvironmentHistories(changes: readonly Change[]): EnvironmentHistory[] {
  const counted = changes.filter(
    ({ kind, externalId, sha, environment }) =>
      kind === 'deployment' &&
      externalId.includes('#deployment/') &&
      sha !== null &&
      !isTemporaryEnvironment(environment),
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

function toRuns(sorted: readonly Change[]): RevisionPeriod[] {
  const reruns = findDeploymentsByReruns(sorted);
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

/** Returns whether a deployment ran in parallel with an earlier one of its revision, and is therefore no rollback. */
function isBeside(own: RevisionPeriod, overtaking: RevisionPeriod, deployment: Change): boolean {
  const since = (earlier: Change): number => Date.parse(deployment.occurredAt) - Date.parse(earlier.occurredAt);
  return (
    since(overtaking.deployments[0]) < maxMsBetweenParallelDeployments &&
    since(own.deployments[0]) < 2 * maxMsBetweenParallelDeployments
  );
}

/** Returns whether a deployment is a further job of an Actions run that has already deployed the same revision. */
function isOfActionsRun(deployment: Change, own: RevisionPeriod | undefined): boolean {
  const run = getActionsRunUrl(deployment);
  return run !== null && own?.deployments.some((earlier) => getActionsRunUrl(earlier) === run) === true;
}

function byTime(a: Change, b: Change): number {
  return (
    Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
    a.externalId.length - b.externalId.length ||
    (a.externalId < b.externalId ? -1 : 1)
  );
}

const runPage = /^(https?:\/\/\S{1,300}\/actions\/runs\/\d{1,15})(?=$|[/?#])/u;
/** The usual number of deployments per Actions run is the median over this number of runs before and after a run. */
const neighbours = 5;

/** Returns the URL of the GitHub Actions run that created a deployment, without the job; null if no run created it. */
export function getActionsRunUrl({ url }: Change): string | null {
  return runPage.exec(url ?? '')?.[1] ?? null;
}

/** Finds the deployments by which an Actions run exceeds the usual number. They probably come from reruns. */
function findDeploymentsByReruns(deployments: readonly Change[]): ReadonlySet<Change> {
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
