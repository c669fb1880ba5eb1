import { type Change, type ChangeWithPaths, dayInMs } from '@refrain/domain';
import {
  createServiceLocationLookup,
  type ServiceLocationLookupInput,
} from '../../catalogue/service-location-lookup.ts';
import { groupBy } from '../../collections/group-by.ts';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { findLandingMerges } from '../../detection/reverts/carriers.ts';
import { getCommitKey, isGitHubDeployment, listProductionDeployments } from './production-deployments.ts';

export interface ChangeObservationInput {
  readonly changes: readonly Change[];
  readonly services: ServiceLocationLookupInput['services'];
  readonly catalogue?: ServiceLocationLookupInput['catalogue'];
}

const month = 30 * dayInMs;

/**
 * Lists changes that could have caused failures. Counts one kind of change in each repository for its whole history,
 * since a switch from commits to deployments would look like a change of rate.
 */
export function observeChanges({ changes, services, catalogue = [] }: ChangeObservationInput): ChangeWithPaths[] {
  const byRepository = groupBy(changes, ({ repository }) => [repository]);
  const { servicesOf } = createServiceLocationLookup({ services, repositories: byRepository.keys(), catalogue });
  const observed = [...byRepository.values()].flatMap((own) => {
    const sorted = [...own].sort(compareByTime);
    const pathsOf = collectPaths(sorted);
    return chooseKind(sorted).map((change) => {
      const { id, repository, environment, occurredAt: at, kind } = change;
      const paths = change.paths.length > 0 ? change.paths : (pathsOf.get(getCommitKey(change)) ?? []);
      const place = { repository, environment, paths: new Set(paths), isDeployed: kind === 'deployment' };
      return { id, at, repository, environment, services: servicesOf(place), paths };
    });
  });
  return observed.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/** @param changes the changes of one repository, in chronological order */
function chooseKind(changes: readonly Change[]): readonly Change[] {
  const reaching = listProductionDeployments(changes);
  const merged = changes.filter(({ kind, base }) => kind === 'merged_pull_request' && base === null);
  const steps = withoutCarried(changes, merged);
  const months = countMonths([...reaching, ...steps]);
  const kinds = [reaching.filter(isGitHubDeployment), reaching.filter((change) => !isGitHubDeployment(change)), merged];
  return kinds.find((kind) => kind.length > 0 && 2 * countMonths(kind) >= months) ?? steps;
}

function withoutCarried(changes: readonly Change[], merged: readonly Change[]): readonly Change[] {
  const carriers = findLandingMerges(changes);
  const shas = new Set(merged.map(getCommitKey));
  const numbers = new Set(merged.flatMap(({ number }) => number ?? []));
  return changes.filter((change) => {
    const { kind, repository, number, base } = change;
    if (kind === 'deployment' || base !== null) return false;
    if (kind === 'merged_pull_request') return true;
    const isCarried = carriers.has(`${repository}@${getCommitKey(change)}`) || shas.has(getCommitKey(change));
    return !isCarried && (number === null || !numbers.has(number));
  });
}

function countMonths(changes: readonly Change[]): number {
  return new Set(changes.map(({ occurredAt }) => Math.floor(Date.parse(occurredAt) / month))).size;
}

/** Maps commits to their files, since deployments list none. */
function collectPaths(changes: readonly Change[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    changes.flatMap((change) =>
      change.kind === 'deployment' || change.sha === null || change.paths.length === 0
        ? []
        : [[getCommitKey(change), change.paths]],
    ),
  );
}
