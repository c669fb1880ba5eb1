import { type Change, hourInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { getCommitKey, isGitHubDeployment, listProductionDeployments } from '../observation/production-deployments.ts';

export interface ShippingHistory {
  readonly deployments: readonly Change[];
  readonly failedAttempts: readonly Change[];
  /** Returns the entry of `deployments` with the same environment and revision; null if there is none. */
  findCountedDeployment(deployment: Change): Change | null;
  /** Returns the first deployment of a commit; null if it has not happened yet or precedes all known deployments. */
  findFirstDeploymentWith(sha: string, landedAt: number): Change | null;
  readonly leadTimes: readonly { readonly deployment: Change; readonly hours: number }[];
}

/** @param changes the changes of one repository, in any order */
export function traceShippingHistory(changes: readonly Change[]): ShippingHistory {
  const sorted = [...changes].sort(compareByTime);
  const reaching = listProductionDeployments(sorted.filter(({ succeeded }) => succeeded === true));
  const failing = listProductionDeployments(sorted.filter(({ succeeded }) => succeeded === false));
  const tracked = [...reaching, ...failing].some(isGitHubDeployment);
  const ofOneKind = (deployments: readonly Change[]) =>
    deployments.filter((one) => isGitHubDeployment(one) === tracked);
  const deployments = ofOneKind(reaching);
  const parents = new Map(
    sorted.flatMap(({ kind, sha, parents: own }): [string, readonly string[]][] =>
      kind === 'commit' && sha !== null ? [[sha.toLowerCase(), own.map((parent) => parent.toLowerCase())]] : [],
    ),
  );
  const first = findFirst(deployments, parents);
  const isTraced = deployments.some((deployment) => parents.has(getCommitKey(deployment)));
  const byRevision = groupBy(deployments, (deployment) => [revisionOf(deployment)]);

  function firstWith(sha: string, landedAt: number): Change | null {
    const place = first.get(sha.toLowerCase());
    if (place !== undefined) return place;
    // A known commit outside all deployments was not deployed. An unknown one is assumed to be in the next deployment.
    if (isTraced && parents.has(sha.toLowerCase())) return null;
    return deployments.find(({ occurredAt }) => Date.parse(occurredAt) >= landedAt) ?? null;
  }

  return {
    deployments,
    failedAttempts: ofOneKind(failing),
    findCountedDeployment(deployment) {
      const own = byRevision.get(revisionOf(deployment)) ?? [];
      return own.findLast((one) => compareByTime(one, deployment) <= 0) ?? own[0] ?? null;
    },
    findFirstDeploymentWith: firstWith,
    leadTimes: sorted.flatMap((change) => {
      const isWork = change.kind === 'commit' ? change.parents.length < 2 : isUnknownMerge(change, parents);
      const deployment = isWork && change.sha !== null ? (first.get(change.sha.toLowerCase()) ?? null) : null;
      if (deployment === null) return [];
      const hours = (Date.parse(deployment.occurredAt) - Date.parse(change.occurredAt)) / hourInMs;
      return [{ deployment, hours: Math.max(0, hours) }];
    }),
  };
}

/** Returns whether a change is a pull request whose merge commit is unknown. */
function isUnknownMerge({ kind, base, sha }: Change, parents: ReadonlyMap<string, unknown>): boolean {
  return kind === 'merged_pull_request' && base === null && sha !== null && !parents.has(sha.toLowerCase());
}

/** Maps commits to their first deployment. The value is null for ancestors of the first deployed commit. */
function findFirst(
  deployments: readonly Change[],
  parents: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Change | null> {
  const first = new Map<string, Change | null>();
  deployments.forEach((deployment, at) => {
    if (deployment.sha === null) return;
    const waiting = [getCommitKey(deployment)];
    for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
      if (first.has(sha)) continue;
      first.set(sha, at > 0 || sha === getCommitKey(deployment) ? deployment : null);
      waiting.push(...(parents.get(sha) ?? []));
    }
  });
  return first;
}

function revisionOf(deployment: Change): string {
  return JSON.stringify([deployment.environment, getCommitKey(deployment)]);
}
