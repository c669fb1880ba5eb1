import type { Fix, Improvement, ImprovementPolicy, ImprovementState, IssueState, TrackedIssue } from '@refrain/domain';

/** Updates to make to an improvement because its issue changed. Fields that need no update are absent. */
export interface ImprovementUpdates {
  readonly state?: ImprovementState;
  readonly reason?: string;
  readonly issueState: TrackedIssue['state'];
  readonly fix?: Fix | null;
}

type Labels = Pick<ImprovementPolicy, 'acceptedLabel' | 'declinedLabel'>;

/** Derives an improvement's state from its issue: the reason for closing, else labels, assignees and pull requests. */
export function deriveImprovementUpdates(
  improvement: Pick<Improvement, 'state' | 'issueState' | 'fix'>,
  issue: TrackedIssue,
  policy: Labels,
): ImprovementUpdates {
  const issueState = issue.state;
  switch (issueState) {
    case 'not_planned':
    case 'duplicate':
      return isKnownNo(improvement, issueState) ? { issueState } : { ...declined(issueState), issueState };
    case 'completed':
      return { ...fixed(improvement, issue), issueState };
    case 'open':
      return { ...whileOpen(improvement, issue, policy), issueState };
  }
}

/**
 * Returns whether the improvement is already declined, was proposed again after this closing of the issue, or was
 * withdrawn by Refrain, which closes the issue.
 */
function isKnownNo({ state, issueState: before }: Pick<Improvement, 'state' | 'issueState'>, now: IssueState): boolean {
  return state === 'declined' || (state === 'proposed' && (before === now || before === 'open'));
}

function declined(issueState: 'not_planned' | 'duplicate') {
  const reason =
    issueState === 'duplicate' ? 'Its issue was closed as a duplicate.' : 'Its issue was closed as not planned.';
  return { state: 'declined', reason } as const;
}

/** Returns the updates to make when an issue is closed as completed. After a recurrence, only a new fix counts. */
function fixed(
  { state, issueState: before, fix: known }: Pick<Improvement, 'state' | 'issueState' | 'fix'>,
  issue: TrackedIssue,
) {
  const fix = findFixOfIssue(issue, state === 'recurred' ? known : null);
  // The pull request that fixes the issue may become known only after the issue was closed.
  const isNew = known?.url === null && fix?.url != null;
  const isDone = state === 'fixed' || state === 'verified' || state === 'recurred';
  if (fix === null || (before === 'completed' && isDone && !(isNew && state === 'fixed'))) return {};
  const isKnown = known !== null && known.url === fix.url && known.mergedAt === fix.mergedAt;
  return {
    state: 'fixed',
    reason: fix.url === null ? 'Its issue was closed as completed.' : 'The pull request that fixes it was merged.',
    fix: isKnown ? known : { ...fix, deployedAt: null },
  } as const;
}

/**
 * Returns the fix of an issue that was closed as completed: the last merged pull request that closes the issue, else
 * the last merged one that mentions it, else the closing of the issue.
 * @param former an earlier fix after which the failures came back; only later fixes count
 */
function findFixOfIssue(
  { pulls, closedAt }: Pick<TrackedIssue, 'pulls' | 'closedAt'>,
  former: Pick<Fix, 'mergedAt'> | null,
): Omit<Fix, 'deployedAt'> | null {
  const merged = pulls.flatMap(({ url, mergedAt, closes }) =>
    mergedAt === null || (former !== null && mergedAt <= former.mergedAt) ? [] : [{ url, mergedAt, closes }],
  );
  const resolution = merged.filter(({ closes }) => closes);
  const [last] = (resolution.length > 0 ? resolution : merged).sort((a, b) => (a.mergedAt < b.mergedAt ? 1 : -1));
  if (last !== undefined) return { url: last.url, mergedAt: last.mergedAt };
  return closedAt === null ? null : { url: null, mergedAt: closedAt };
}

function whileOpen(
  { state, issueState: before }: Pick<Improvement, 'state' | 'issueState'>,
  issue: TrackedIssue,
  { acceptedLabel, declinedLabel }: Labels,
) {
  const has = (name: string) => issue.labels.some((label) => label.toLowerCase() === name.toLowerCase());
  if (has(declinedLabel)) {
    return state === 'declined' ? {} : ({ state: 'declined', reason: `It has the label “${declinedLabel}”.` } as const);
  }
  const taken = describeAcceptance(issue, has(acceptedLabel));
  // A person who reopens an issue wants the fix again. After a recurrence, Refrain itself reopens the issue, and the
  // state does not change.
  const isReopened = before !== 'open' && before !== null && state !== 'recurred';
  if (isReopened || state === 'opened' || state === 'accepted') {
    if (taken !== null) return state === 'accepted' ? {} : ({ state: 'accepted', reason: taken } as const);
    if (isReopened) return { state: 'opened', reason: 'Its issue was reopened.' } as const;
    if (state === 'accepted') return { state: 'opened', reason: 'Nobody is working on it any more.' } as const;
  }
  return {};
}

function describeAcceptance({ isAssigned, pulls }: TrackedIssue, isLabelled: boolean): string | null {
  if (pulls.some(({ isOpen }) => isOpen)) return 'A pull request for it is open.';
  if (isAssigned) return 'Its issue is assigned.';
  return isLabelled ? 'Its issue has the label for accepted fixes.' : null;
}
