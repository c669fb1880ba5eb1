import { type Change, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { actionsRunOf, findReruns } from './find-reruns.ts';

/** A time in which an environment ran one revision: the deployments of it that went through one after another. */
export interface Run {
  readonly sha: string;
  /** Earliest first; at least one. */
  readonly deployments: readonly [Change, ...Change[]];
}

export interface EnvironmentRuns {
  readonly repository: string;
  readonly environment: string | null;
  /** Earliest first; no two in a row have the same sha. */
  readonly runs: readonly Run[];
}

/** Environments that are made for one branch or one review and go with it, by the names that hosts and people give them. */
const transient =
  /(?:^|[^a-z])(?:pr|mr|pull[-_ ]?requests?|merge[-_ ]?requests?|previews?|review[-_ ]?apps?|deploy[-_ ]?preview|ephemeral)(?:[^a-z]|$)|^(?:pull|review|branch|feature|tmp|temp)\//iu;
/** Words for what a lasting environment serves too: a feature store, a queue for review. */
const likelyTransient = /(?:^|[^a-z])(?:pull|review|branch|feature|tmp|temp)(?:[^a-z]|$)/iu;
const production = /^(?:production|prod|prd)(?:[^a-z]|$)|[^a-z](?:production|prod|prd)[^a-z]{0,5}$/iu;

/** Whether an environment lives no longer than the branch or the review that it was made for. */
export function isTransient(environment: string | null): boolean {
  const name = (environment ?? '').slice(0, 300);
  return transient.test(name) || (likelyTransient.test(name) && !isProduction(name));
}

/** Whether an environment is called what serves users is called. */
export function isProduction(environment: string | null): boolean {
  return production.test((environment ?? '').slice(0, 300));
}

/** Deployments that are created closer to one another run side by side, and which came first means nothing. */
export const sideBySide = minuteInMs;

/**
 * What each lasting environment ran, by its deployments that went through. Failed ones changed nothing, of parallel ones of
 * the same revision one speaks for all, and what a pipeline only reports elsewhere (a change event) is no record of a run:
 * it may come late, twice or not at all.
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
    const place = latest.get(sha) ?? -1;
    const [own, overtaking] = [runs[place], runs[place + 1]];
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

/** A deployment of a revision that others overtook within a minute: its twin came late, and nothing was taken back. */
function isBeside(own: Run, overtaking: Run, deployment: Change): boolean {
  const since = (earlier: Change): number => Date.parse(deployment.occurredAt) - Date.parse(earlier.occurredAt);
  return since(overtaking.deployments[0]) < sideBySide && since(own.deployments[0]) < 2 * sideBySide;
}

/** Another job of a run that deployed the revision already: runs overlap, and the one that began first is not done. */
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
