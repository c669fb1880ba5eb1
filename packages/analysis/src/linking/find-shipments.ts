import { type Change, dayInMs, type Evidence, type Failure, hourInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { lowerBound } from '../collections/lower-bound.ts';
import { compareByTime } from '../collections/sort-by-time.ts';
import { createRevisionComparison, type RevisionComparison } from '../detection/rollbacks/commit-ancestry.ts';
import { isTemporaryEnvironment } from '../detection/rollbacks/environment-history.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatChangeName, formatElapsedHours } from './describe.ts';
import { findRevertingChange } from './find-change-of-failure.ts';

export interface Shipment {
  readonly deployment: Change;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Finds for each environment the first successful deployment that contains the change but not its revert. */
export type ShipmentFinder = (failure: Failure, reverted: ChangeUnit) => readonly Shipment[];

interface Deployments {
  readonly compare: RevisionComparison;
  readonly inOrder: readonly { readonly at: number; readonly deployment: Change }[];
}

const scores = { byLineage: 0.95, byTime: 0.6 };
/** Maximum time after the revert in which a delayed deployment may still ship the change. */
const afterRevert = dayInMs;
/** Maximum time from the merge of a change to its first deployment. Later deployments are ignored. */
const maxAge = 180 * dayInMs;

export function createShipmentFinder(changes: readonly Change[], index: ChangeIndex): ShipmentFinder {
  const byRepository = groupBy(changes, ({ repository }) => [repository]);
  const known = new Map<string, Deployments>();

  function deploymentsOf(repository: string): Deployments {
    const own = byRepository.get(repository) ?? [];
    const found = known.get(repository) ?? { compare: createRevisionComparison(own), inOrder: listDeployments(own) };
    known.set(repository, found);
    return found;
  }

  return (failure, reverted) => {
    if (reverted.sha === null) return [];
    const landed = Date.parse(reverted.head.occurredAt);
    const takenBack = Date.parse(failure.occurredAt);
    const last = Math.min(takenBack + afterRevert, landed + maxAge);
    const reverting = findRevertingChange(failure, index)?.sha ?? null;
    const { compare, inOrder } = deploymentsOf(reverted.repository);
    const found = new Map<string, Shipment>();
    const [from, until] = [lowerBound(inOrder, ({ at }) => at < landed), lowerBound(inOrder, ({ at }) => at <= last)];
    for (const { at, deployment } of inOrder.slice(from, until)) {
      const environment = deployment.environment ?? '';
      if (found.has(environment)) continue;
      const holds = containsChange(deployment, reverted.sha, reverting, compare);
      if (holds === false || (holds === null && at > takenBack)) continue;
      found.set(environment, describeShipment(deployment, reverted, at - landed, holds !== null));
    }
    return [...found.values()];
  };
}

/** Lists successful deployments to permanent environments. Skips those without a commit: their content is unknown. */
function listDeployments(changes: readonly Change[]): Deployments['inOrder'] {
  return changes
    .filter(
      ({ kind, sha, succeeded, environment }) =>
        kind === 'deployment' && sha !== null && succeeded === true && !isTemporaryEnvironment(environment),
    )
    .sort(compareByTime)
    .map((deployment) => ({ at: Date.parse(deployment.occurredAt), deployment }));
}

/** Returns whether a deployment contains the change without the revert; null if the known commits do not tell. */
function containsChange(
  { sha }: Change,
  reverted: string,
  reverting: string | null,
  compare: RevisionComparison,
): boolean | null {
  const holds = (wanted: string): boolean | null => {
    const relation = compare(wanted, sha ?? '');
    return relation === 'unknown' ? null : relation === 'same' || relation === 'older';
  };
  return reverting !== null && holds(reverting) === true ? false : holds(reverted);
}

function describeShipment(deployment: Change, reverted: ChangeUnit, afterMs: number, isKnown: boolean): Shipment {
  const environmentName = deployment.environment ?? 'an unnamed environment';
  const when = `${formatElapsedHours(afterMs / hourInMs)} after it landed`;
  const score = isKnown ? scores.byLineage : scores.byTime;
  const detail = isKnown
    ? `the first deployment to ${environmentName} that holds ${formatChangeName(reverted)}, ${when}`
    : `the first deployment to ${environmentName} after ${formatChangeName(reverted)}, ${when}`;
  return { deployment, score, evidence: [{ signal: isKnown ? 'sha' : 'time', detail, weight: score }] };
}
