import { isWriteRefused } from '@refrain/connectors';
import {
  AppError,
  dayInMs,
  type Improvement,
  type ImprovementPolicy,
  type ImprovementState,
  isApprovedByPolicy,
  isSnoozed,
  toAppError,
  type WrittenIssue,
} from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { describeProblem } from '../accounts/describe-problem.ts';
import type { IssueDeps } from '../improvement-deps.ts';
import { describeIssue } from './describe-issue.ts';
import { closeIssue, reopenIssue } from './issue-state.ts';

export type EnsureIssueDeps = Omit<IssueDeps, 'producer'>;

const activeStates: readonly ImprovementState[] = ['approved', 'opened', 'accepted', 'recurred'];
/** States in which an open issue is closed. A proposal has an open issue if its approval was undone. */
const withdrawnStates: readonly ImprovementState[] = ['declined', 'proposed'];
const dryRunProblem = 'Dry run: nothing was written. The list of writes shows what is planned';

/** Creates the job that ensures that an approved improvement has exactly one issue, which is up to date. */
export function createEnsureIssueHandler(deps: EnsureIssueDeps): JobHandler<'ensure-issue'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async (assertLockHeld) => {
      const known = await improvements.find(improvementId);
      if (known === null) return;
      const { policy } = await deps.store.improvements.findPolicy();
      const improvement = await resolveOpening(deps, known, policy, signal);
      if (withdrawnStates.includes(improvement.state) && improvement.issueState === 'open')
        return closeIssue(deps, improvement, signal);
      // An approval takes precedence over a snooze.
      const isPaused = improvement.state !== 'approved' && isSnoozed(improvement, deps.now());
      if (!activeStates.includes(improvement.state) || isPaused) return;
      if (await hasLapsed(deps, improvement, policy))
        return void (await improvements.transition(improvementId, { state: 'proposed' }));
      let isRequested = false;
      const beforeCreating = async (repository: string) => {
        await improvements.startOpening(improvementId, repository);
        await assertLockHeld();
        isRequested = true;
      };
      try {
        const issue = await ensure(deps, improvement, policy, beforeCreating, signal);
        if (issue !== null && 'unwanted' in issue)
          await improvements.transition(improvementId, { state: 'declined', reason: issue.unwanted });
        else if (issue === null) await afterDryRun(deps, improvement);
        else await improvements.recordIssue(improvementId, issue);
      } catch (thrown) {
        if (!signal.aborted) await recordProblem(deps, improvementId, thrown, isRequested);
        // If the issue was deleted, the job needs no dead letter, because the improvement shows the problem.
        if (improvement.issueNumber === null || toAppError(thrown).code !== 'not_found') throw thrown;
      }
    });
}

/**
 * Returns whether an approval by the policy is no longer valid, because the mode of the policy has changed or the pattern was
 * dismissed. Approvals of follow-up issues stay valid.
 */
async function hasLapsed(
  { store }: EnsureIssueDeps,
  improvement: Improvement,
  { mode }: ImprovementPolicy,
): Promise<boolean> {
  const { state, issueNumber, previousIssueUrl, patternId } = improvement;
  const isOfPolicyAlone =
    state === 'approved' && isApprovedByPolicy(improvement) && issueNumber === null && previousIssueUrl === null;
  if (!isOfPolicyAlone || mode !== 'auto') return isOfPolicyAlone;
  return (await store.reports.findLatest(patternId))?.report.pattern.judgement === 'dismissed';
}

/** Turns an approval by the policy into a proposal again, because the policy may be different when the dry run ends. */
async function afterDryRun({ store }: EnsureIssueDeps, improvement: Improvement): Promise<void> {
  const { id, issueNumber } = improvement;
  await store.improvements.recordProblem(id, dryRunProblem, true);
  if (isApprovedByPolicy(improvement) && issueNumber === null)
    await store.improvements.transition(id, { state: 'proposed' });
}

async function ensure(
  deps: EnsureIssueDeps,
  improvement: Improvement,
  policy: ImprovementPolicy,
  beforeCreating: (repository: string) => Promise<void>,
  signal: AbortSignal,
): Promise<(WrittenIssue & Pick<Improvement, 'title' | 'guardrailId'>) | { readonly unwanted: string } | null> {
  const { title, guardrailId, wanted, digest, tracker, reason } = await describeIssue(deps, improvement, policy);
  const { id, issueNumber, issueUrl: url, state } = improvement;
  const { repository } = wanted;
  if (issueNumber !== null && url !== null && (await isCurrent(deps, improvement, digest)))
    return { repository, number: issueNumber, url, outcome: 'unchanged', title, guardrailId };
  if (issueNumber === null) {
    const settings = await tracker.readSettings(repository, signal);
    const isOfPolicy = isApprovedByPolicy(improvement);
    // If a person approved the improvement, an error asks this person to choose another repository. If the policy approved it,
    // the improvement is declined.
    if (settings.issues === false && !isOfPolicy) throw new AppError('invalid_input', describeUnwanted(improvement));
    if (settings.issues === false) return { unwanted: describeUnwanted(improvement) };
    // Incident texts may become public only if a person or the repository's own settings approve it.
    if (isOfPolicy && settings.isPublic && settings.issues === null) return { unwanted: describePublic(improvement) };
  }
  const issue = await tracker.ensureIssue(wanted, reason, signal, () => beforeCreating(repository));
  if (issue !== null)
    await deps.store.improvements.recordIssueRevision(id, { digest, at: new Date(deps.now()).toISOString() });
  if (issue !== null && state === 'approved' && issueNumber !== null) {
    return (await reopenIssue(tracker, issue, improvement, reason, signal)) ? { ...issue, title, guardrailId } : null;
  }
  return issue && { ...issue, title, guardrailId };
}

/** Returns whether an open issue has no news for its readers. Its figures are updated once a day, or with the next news. */
async function isCurrent(
  { store, now }: EnsureIssueDeps,
  { id, state, problem }: Improvement,
  digest: string,
): Promise<boolean> {
  if (state === 'approved' || problem !== null) return false;
  const revision = await store.improvements.findIssueRevision(id);
  return revision?.digest === digest && now() - Date.parse(revision.at) < dayInMs;
}

/** Thrown to prevent the creation of an issue that is no longer needed. */
class NeverOpened extends Error {}

/**
 * Searches for an issue that is no longer needed, but that a process may have created before it died. If found, records the
 * issue, so that it is closed.
 */
async function resolveOpening(
  deps: EnsureIssueDeps,
  improvement: Improvement,
  policy: ImprovementPolicy,
  signal: AbortSignal,
): Promise<Improvement> {
  const { improvements } = deps.store;
  const { id, issueNumber, state } = improvement;
  if (issueNumber !== null || !(await improvements.isOpening(id))) return improvement;
  if (activeStates.includes(state) && !(await hasLapsed(deps, improvement, policy))) return improvement;
  const { wanted, tracker, reason } = await describeIssue(deps, improvement, policy);
  const issue = await tracker
    .ensureIssue(wanted, reason, signal, () => Promise.reject(new NeverOpened()))
    .catch((thrown: unknown) => {
      if (thrown instanceof NeverOpened) return null;
      throw thrown;
    });
  return issue === null ? improvements.cancelOpening(id) : improvements.recordIssue(id, issue);
}

function describePublic({ repository }: Improvement): string {
  return `${repository} is public, and its .github/refrain.yml does not permit issues by Refrain: approve the improvement yourself, or choose another repository`;
}

function describeUnwanted({ repository }: Improvement): string {
  return `The .github/refrain.yml of ${repository} forbids issues by Refrain: approve the improvement with another repository`;
}

/**
 * @param isRequested whether the provider was asked to create the issue. If so, the issue may exist, unless the provider
 * rejected the request.
 */
async function recordProblem(deps: EnsureIssueDeps, id: string, thrown: unknown, isRequested: boolean): Promise<void> {
  // If recording the problem fails too, for example because the store is down, the original error is the one to report.
  await deps.store.improvements
    .recordProblem(id, describeProblem(thrown), isRequested && isWriteRefused(thrown))
    .catch(() => undefined);
}
