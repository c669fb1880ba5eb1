import { type Failure, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { rollbackIdSuffix } from '../rollbacks/describe-rollback.ts';
import { type DuplicateMatch, groupFailuresByUrl, msBetweenFailures, normaliseUrl } from './duplicate-match.ts';

/** Maximum time between an Actions run and the statuses of the deployment that the run created. */
const slack = 30 * minuteInMs;

/** Ranks a failed deployment by source: 0 for deployment statuses, 1 for an Actions run, 2 for a detected rollback. */
function rankOf({ externalId }: Failure): number {
  if (externalId.endsWith(rollbackIdSuffix)) return 2;
  return /#run\/\d+$/u.test(externalId) ? 1 : 0;
}

/** Matches failures of one deployment: by run URL or deployment id, otherwise by commit and time. */
export function matchDeployments(failures: readonly Failure[]): DuplicateMatch[] {
  const deployments = failures.filter(({ kind }) => kind === 'failed_deployment');
  const byUrl = groupFailuresByUrl(deployments.filter((failure) => rankOf(failure) === 1));
  const byId = groupBy(deployments, ({ externalId }) => [externalId]);
  const bySha = groupBy(deployments, (deployment) => [keyOfCommit(deployment)]);
  const byStatuses = deployments.filter((failure) => rankOf(failure) === 0);
  const byAttempt = groupBy(byStatuses, keysOfAttempt);
  const referring = groupBy(byStatuses, ({ references }) =>
    references.flatMap((reference) => byUrl.get(normaliseUrl(reference)) ?? []).map(({ id }) => id),
  );
  return deployments.flatMap((from) => {
    const rank = rankOf(from);
    if (rank === 0) {
      const [first] = keysOfAttempt(from)
        .flatMap((key) => byAttempt.get(key) ?? [])
        .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : 1));
      return first === undefined || first === from ? [] : [{ from, to: first }];
    }
    const named = rank === 2 ? byId.get(from.externalId.slice(0, -rollbackIdSuffix.length)) : referring.get(from.id);
    const ofCommit = from.sha === null ? [] : (bySha.get(keyOfCommit(from)) ?? []);
    const to =
      nearest(from, named ?? []) ??
      nearest(
        from,
        ofCommit.filter(
          (other) => rankOf(other) < rank && isSameEnvironment(from, other) && msBetweenFailures(from, other) <= slack,
        ),
      );
    return to === null ? [] : [{ from, to }];
  });
}

function keyOfCommit({ repository, sha }: Failure): string {
  return `${repository ?? ''}@${sha?.toLowerCase() ?? ''}`;
}

/** Returns a key for each URL of a deployment. A key consists of the URL, the environment and the commit. */
function keysOfAttempt(failure: Failure): string[] {
  if (failure.sha === null) return [];
  const location = `${failure.environment ?? ''}\n${keyOfCommit(failure)}`;
  return failure.references.map((reference) => `${normaliseUrl(reference)}\n${location}`);
}

/** Returns whether two environments are equal. Null equals any environment, since some Actions runs state none. */
function isSameEnvironment(a: Failure, b: Failure): boolean {
  return a.environment === null || b.environment === null || a.environment === b.environment;
}

/** Returns the failure with the lowest rank. If several have this rank, returns the one nearest in time to `from`. */
function nearest(from: Failure, others: readonly Failure[]): Failure | null {
  const sorted = [...others].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) || msBetweenFailures(from, a) - msBetweenFailures(from, b) || (a.id < b.id ? -1 : 1),
  );
  return sorted[0] ?? null;
}
