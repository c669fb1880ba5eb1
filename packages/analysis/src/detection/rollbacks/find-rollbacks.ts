import type { Change, FailureDraft } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { createRevisionComparison, type RevisionComparison } from './commit-ancestry.ts';
import { describeRollback, type Rollback } from './describe-rollback.ts';
import { type EnvironmentHistory, listEnvironmentHistories, type RevisionPeriod } from './environment-history.ts';

/** Confidence in a rollback: `byLineage` if the restored revision is known to be an ancestor, otherwise `byTime`. */
const confidences = { byLineage: 0.9, byTime: 0.6 };
/** With fewer revisions per rollback, branches probably share the environment, so `byTime` rollbacks are omitted. */
const minRunsPerReturn = 4;

/**
 * Finds environments that returned to an ancestor or, if the commits are unknown, to a revision that ran earlier.
 * Reports the first deployment after that revision as failed. Omits environments that switch between branches.
 */
export function findRollbacks(changes: readonly Change[]): FailureDraft[] {
  const byRepository = groupBy(changes, ({ repository }) => [repository]);
  return [...byRepository]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const compare = createRevisionComparison(own);
      const rollbacks = listEnvironmentHistories(own).flatMap((environment) => findIn(environment, compare));
      const work = groupBy(own, ({ kind, sha }) => (kind === 'deployment' || sha === null ? [] : [sha.toLowerCase()]));
      return rollbacks.map((rollback) =>
        describeRollback(rollback, work.get(rollback.failed.sha?.toLowerCase() ?? '') ?? []),
      );
    });
}

function findIn({ repository, environment, runs }: EnvironmentHistory, compare: RevisionComparison): Rollback[] {
  const lastRun = new Map<string, number>();
  const firstRun = new Map<string, number>();
  const moving = listMovingNames(runs);
  const transitions = new Set<string>();
  const found: Rollback[] = [];
  let returnCount = 0;
  runs.forEach((run, at) => {
    const earlier = lastRun.get(run.sha);
    lastRun.set(run.sha, at);
    if (earlier === undefined) firstRun.set(run.sha, at);
    const [before, current, after] = [runs[earlier ?? -1], runs[at - 1], runs[(earlier ?? -1) + 1]];
    if (earlier === undefined || before === undefined || current === undefined || after === undefined) return;
    returnCount += 1;
    const relation = compare(run.sha, current.sha);
    const transition = [run.sha, current.sha].join(' ');
    const isKnown = relation !== 'unknown';
    const isOlder = isKnown
      ? relation === 'older'
      : (firstRun.get(run.sha) ?? 0) < (firstRun.get(current.sha) ?? 0) &&
        !transitions.has(transition) &&
        !isOtherName(run, current, moving);
    transitions.add(transition);
    if (!isOlder) return;
    found.push({
      repository,
      environment,
      failed: after.deployments[0],
      rolledBackRun: current,
      restoring: run.deployments[0],
      restored: before.deployments[0],
      confidence: isKnown ? confidences.byLineage : confidences.byTime,
    });
  });
  const isShared = returnCount > 1 && returnCount * minRunsPerReturn > runs.length;
  return isShared ? found.filter(({ confidence }) => confidence === confidences.byLineage) : found;
}

/** Returns the branches among the deployed refs. A ref is a branch if it had several revisions, since no tag moves. */
function listMovingNames(runs: readonly RevisionPeriod[]): ReadonlySet<string> {
  const shas = new Map<string, Set<string>>();
  for (const { sha, deployments } of runs)
    for (const { branch } of deployments)
      if (branch !== null) shas.set(branch, (shas.get(branch) ?? new Set()).add(sha));
  return new Set([...shas].filter(([, own]) => own.size > 1).map(([branch]) => branch));
}

function isOtherName(run: RevisionPeriod, current: RevisionPeriod, moving: ReadonlySet<string>): boolean {
  const [own, other] = [run.deployments[0].branch, current.deployments[0].branch];
  return own !== null && other !== null && own !== other && moving.has(own) && moving.has(other);
}
