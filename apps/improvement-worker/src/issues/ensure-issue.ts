import { escapeMarkdown, listOwners, patternIdOf, renderIssue } from '@refrain/analysis';
import { hideNamesInProse, type IssueTracker, isRefusal } from '@refrain/connectors';
import {
  AppError,
  type EnsuredIssue,
  type Improvement,
  type ImprovementPolicy,
  type ImprovementState,
  isByPolicy,
  isSnoozed,
  minuteInMs,
  nameDecider,
  type PatternReport,
  toAppError,
  type WriteReason,
} from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { sayProblem } from '../accounts/describe-problem.ts';
import type { OpenRepository } from '../accounts/open-repository.ts';

export interface EnsureIssueDeps {
  readonly store: Pick<Store, 'decisions' | 'improvements' | 'owners' | 'patterns' | 'policies' | 'reports'>;
  readonly openRepository: OpenRepository;
  readonly publicUrl: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** In which an issue says what is known now; in all others people are done with it, or nobody has asked for it. */
const living: readonly ImprovementState[] = ['approved', 'opened', 'accepted', 'recurred'];
/** Characters of a reason in a comment. */
const longestReason = 2_000;
const dryRunProblem = 'Dry run: nothing was written. What would be is listed among the writes';

/**
 * Makes the one issue of an approved improvement be there and say what is known now. Nothing is opened without approval,
 * and nothing twice. What went wrong is kept with the improvement, where the person who approved it sees it.
 */
export function createEnsureIssue(deps: EnsureIssueDeps): Handler<'ensure-issue'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async (stillHeld) => {
      const known = await improvements.find(improvementId);
      if (known === null) return;
      const { policy } = await deps.store.policies.find();
      const improvement = await findBegun(deps, known, policy, signal);
      if (improvement.state === 'declined' && improvement.issueState === 'open') {
        return closeDeclined(deps, improvement, signal);
      }
      // What was approved is opened all the same.
      const isLeftAlone = improvement.state !== 'approved' && isSnoozed(improvement, deps.now());
      if (!living.includes(improvement.state) || isLeftAlone) return;
      if (await hasLapsed(deps, improvement, policy))
        return void (await improvements.turn(improvementId, { state: 'proposed' }));
      let asked = false;
      const beforeCreating = async (repository: string) => {
        await improvements.startOpening(improvementId, repository);
        await stillHeld();
        asked = true;
      };
      try {
        const issue = await ensure(deps, improvement, policy, beforeCreating, signal);
        if (issue !== null && 'unwanted' in issue)
          await improvements.turn(improvementId, { state: 'declined', reason: issue.unwanted });
        else if (issue === null) await afterDryRun(deps, improvement);
        else await improvements.recordIssue(improvementId, issue);
      } catch (thrown) {
        if (!signal.aborted) await recordProblem(deps, improvementId, thrown, asked);
        // That people deleted it stands with the improvement: to say so each time helps nobody.
        if (improvement.issueNumber === null || toAppError(thrown).code !== 'not_found') throw thrown;
      }
    });
}

/**
 * The policy approved it and has it opened no more, or a person has dismissed its pattern meanwhile: a person approves since then.
 * What follows a fix that failed is no such thing.
 */
async function hasLapsed(
  { store }: EnsureIssueDeps,
  improvement: Improvement,
  { mode }: ImprovementPolicy,
): Promise<boolean> {
  const { state, issueNumber, followsUrl, patternId } = improvement;
  const isOfPolicyAlone =
    state === 'approved' && isByPolicy(improvement) && issueNumber === null && followsUrl === null;
  if (!isOfPolicyAlone || mode !== 'auto') return isOfPolicyAlone;
  return (await store.reports.findLatest(patternId))?.report.pattern.judgement === 'dismissed';
}

/** What only the policy approved is a proposal as before: it may be set otherwise by the end of the dry run. */
async function afterDryRun({ store }: EnsureIssueDeps, improvement: Improvement): Promise<void> {
  const { id, issueNumber } = improvement;
  await store.improvements.recordProblem(id, dryRunProblem, true);
  if (isByPolicy(improvement) && issueNumber === null) await store.improvements.turn(id, { state: 'proposed' });
}

/** That no issue is opened there, and why. */
interface Unwanted {
  readonly unwanted: string;
}

async function ensure(
  deps: EnsureIssueDeps,
  improvement: Improvement,
  policy: ImprovementPolicy,
  beforeCreating: (repository: string) => Promise<void>,
  signal: AbortSignal,
): Promise<EnsuredIssue | Unwanted | null> {
  const { wanted, tracker, reason } = await describeIssue(deps, improvement, policy);
  const { issueNumber, state } = improvement;
  const { repository } = wanted;
  if (issueNumber === null) {
    const settings = await tracker.readSettings(repository, signal);
    const isOfPolicy = isByPolicy(improvement);
    // Whoever approved it is told, and may choose another place; the policy takes it for a no.
    if (settings.issues === false && !isOfPolicy) throw new AppError('invalid_input', sayUnwanted(improvement));
    if (settings.issues === false) return { unwanted: sayUnwanted(improvement) };
    // What an incident says is published by a person, or where the repository asks for it.
    if (isOfPolicy && settings.isPublic && settings.issues === null) return { unwanted: sayPublic(improvement) };
  }
  const issue = await tracker.ensureIssue(wanted, reason, signal, () => beforeCreating(repository));
  if (issue !== null && state === 'approved' && issueNumber !== null) {
    return (await askAgain(tracker, issue, improvement, reason, signal)) ? issue : null;
  }
  return issue;
}

/** That there is no issue, where none is to be opened any more. */
class NeverOpened extends Error {}

/**
 * One that was about to be created when this process or another was stopped, and is wanted no more since: whether it is there is found
 * out, so that it is closed, or another can be opened elsewhere.
 */
async function findBegun(
  deps: EnsureIssueDeps,
  improvement: Improvement,
  policy: ImprovementPolicy,
  signal: AbortSignal,
): Promise<Improvement> {
  const { improvements } = deps.store;
  const { id, issueNumber, state } = improvement;
  if (issueNumber !== null || !(await improvements.isOpening(id))) return improvement;
  if (living.includes(state) && !(await hasLapsed(deps, improvement, policy))) return improvement;
  const { wanted, tracker, reason } = await describeIssue(deps, improvement, policy);
  const issue = await tracker
    .ensureIssue(wanted, reason, signal, () => Promise.reject(new NeverOpened()))
    .catch((thrown: unknown) => {
      if (thrown instanceof NeverOpened) return null;
      throw thrown;
    });
  return issue === null ? improvements.stopOpening(id) : improvements.recordIssue(id, issue);
}

/** What the issue is to say, where, and why. */
async function describeIssue(
  { store, openRepository, publicUrl }: EnsureIssueDeps,
  improvement: Improvement,
  policy: ImprovementPolicy,
) {
  const { id, patternId, repository, issueNumber } = improvement;
  if (repository === null) {
    throw new AppError('invalid_input', `Improvement ${id} has no repository: approve it with one`);
  }
  const stored = await store.reports.findLatest(patternId);
  if (stored === null) throw new AppError('unavailable', `The report of pattern ${patternId} is not written yet`);
  const owners = listOwners(stored.report, await store.owners.listOf(repository), repository);
  const tracker = await openRepository(repository);
  const wanted = renderIssue({
    ...{ improvement: { ...improvement, repository }, report: stored.report },
    ...{ policy, owners, publicUrl },
    lostIds: issueNumber === null ? await listLostIds(store, stored.report) : [],
  });
  return { wanted, tracker, reason: reasonOf(improvement) };
}

/** Those of its members with which it may have been born in an installation that is lost, or after the backup that this one is from. */
async function listLostIds({ patterns }: EnsureIssueDeps['store'], { members }: PatternReport): Promise<string[]> {
  const ids = members.map(({ failureId }) => patternIdOf(failureId));
  const known = new Set(await patterns.listKnown(ids));
  return ids.filter((id) => !known.has(id));
}

/** Declined here and not there: the issue is closed as not planned. */
async function closeDeclined(deps: EnsureIssueDeps, improvement: Improvement, signal: AbortSignal): Promise<void> {
  const { id, repository, issueNumber: number, reason } = improvement;
  if (repository === null || number === null) return;
  const tracker = await deps.openRepository(repository);
  const why = { why: reason ?? 'It was declined', by: await findDecliner(deps, improvement) };
  const closed = await tracker.turnIssue({ repository, number }, 'not_planned', why, signal);
  if (closed) await deps.store.improvements.turn(id, { issueState: 'not_planned' });
}

/** Names who declined it, as the audit does. */
async function findDecliner({ store }: EnsureIssueDeps, { id, stateSince }: Improvement): Promise<string> {
  // The audit notes a decision before it is carried out.
  const since = new Date(Date.parse(stateSince) - minuteInMs).toISOString();
  const declined = { operation: 'declineImprovement', subject: id, since };
  const [last] = (await store.decisions.list({ ...declined, limit: 1 })).items;
  return last === undefined ? 'a person' : nameDecider(last.by);
}

function sayPublic({ repository }: Improvement): string {
  return `${repository} is public, and its .github/refrain.yml does not ask for issues of Refrain: approve it yourself, or with another repository`;
}

function sayUnwanted({ repository }: Improvement): string {
  return `${repository} wants no issues of Refrain, as its .github/refrain.yml says: approve it with another repository`;
}

/** One that was declined, and is wanted again by now: the same issue, with what has changed since. @returns whether it is open */
async function askAgain(
  tracker: IssueTracker,
  issue: EnsuredIssue,
  { id, updatedAt, reason: said }: Improvement,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  const why = said === null ? 'Someone approved it anew.' : renderReason(said);
  const body = `This was closed before, and is asked about once more. ${why}`;
  await tracker.ensureComment(issue, { marker: `again-${id}-${Date.parse(updatedAt)}`, body }, reason, signal);
  return tracker.turnIssue(issue, 'open', reason, signal);
}

/** Renders a reason that a person wrote for a comment: it names no person, mentions no account and closes no other issue. */
function renderReason(reason: string): string {
  return escapeMarkdown(hideNamesInProse({ title: '', text: reason }).text, longestReason);
}

function reasonOf({ reason, approvedBy, state }: Improvement): WriteReason {
  if (state === 'approved') return { why: reason ?? 'It was approved', by: approvedBy ?? 'a person' };
  return { why: 'What is known of the pattern has changed', by: 'Refrain' };
}

/** @param asked whether the tracker was asked to create an issue: then only its refusal says that there is none */
async function recordProblem(deps: EnsureIssueDeps, id: string, thrown: unknown, asked: boolean): Promise<void> {
  // A store that is away has no place for it either; the error that counts is the first one.
  await deps.store.improvements
    .recordProblem(id, sayProblem(thrown), asked && isRefusal(thrown))
    .catch(() => undefined);
}
