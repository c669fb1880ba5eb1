import { areWarningsUnwelcome, type PrecheckFinding, renderCheckRun, renderDismissedCheckRun } from '@refrain/analysis';
import { isWriteRefused, type ProviderAccess, type PullRequestCheckWriter } from '@refrain/connectors';
import { AppError, type Connection, type OpenPullRequest, type WriteReason } from '@refrain/domain';
import type { JobHandler, JobPayload } from '@refrain/jobs';
import type { StoredPullCheck } from '@refrain/store';
import { openAccountIfPossible } from '../accounts/open-account.ts';
import type { ImprovementDeps } from '../improvement-deps.ts';
import type { WarningSearch } from './warning-search.ts';

interface CheckPullDeps
  extends Pick<ImprovementDeps, 'store' | 'providers' | 'publicUrl' | 'now'>,
    Pick<ProviderAccess, 'createPullChecks'> {
  readonly findWarning: WarningSearch;
}

type PullLocation = JobPayload<'check-pull'>;

const shown: WriteReason = { why: 'The pull request resembles changes that failed', by: 'the policy' };
const dismissed: WriteReason = { why: 'A person found the check unhelpful', by: 'its button' };
const rerunRequested: WriteReason = { why: 'A person requested the check again', by: 'its button' };

/**
 * Creates the job that checks each newest commit of an open pull request once, and warns if the pull request resembles past
 * failures. The job also responds to people who dismissed the check or requested it again.
 */
export function createCheckPullRequestHandler(deps: CheckPullDeps): JobHandler<'check-pull'> {
  const { store } = deps;

  return async (location, signal) => {
    const wantedAt = await store.outbox.findPullRequestDueSince(location);
    await check(location, signal);
    if (wantedAt !== null) await store.outbox.clearDuePullRequest(location, wantedAt);
  };

  async function check(location: PullLocation, signal: AbortSignal): Promise<void> {
    const checks = await openChecks(deps, location.connectionId);
    if (checks === null) return;
    const written = await store.outbox.findCheck(location);
    if (written !== null) await respond(deps, checks, written, signal);
    if (written?.check.state === 'unhelpful') return;
    const { policy } = await store.improvements.findPolicy();
    if (!policy.checkPulls || !checks.isPossible) return;
    const knownHead = written === null || written.check.state === 'pending' ? null : written.check.headSha;
    const pull = await checks.readPull(location, knownHead, signal);
    if (pull === null) return;
    const finding = await deps.findWarning({ change: pull, alertRate: policy.checkedShare }, signal);
    if (finding === null || !(await isAccepted(deps, checks, pull, finding, signal))) return;
    await show(deps, checks, location, pull, finding, signal);
  }
}

async function respond(
  { store }: CheckPullDeps,
  checks: PullRequestCheckWriter,
  { check: { id, repository, number, state }, checkRunId, isRerunRequested }: StoredPullCheck,
  signal: AbortSignal,
): Promise<void> {
  if (checkRunId === null) return;
  const location = { repository, number, checkRunId };
  const isDone =
    state === 'unhelpful'
      ? await checks.replace(location, renderDismissedCheckRun(), dismissed, signal)
      : isRerunRequested && (await checks.complete(location, rerunRequested, signal));
  if (isDone) await store.outbox.completeRerequest(id);
}

/**
 * Returns whether the repository accepts the check. A public repository must permit checks in its settings, because checks show
 * incidents.
 */
async function isAccepted(
  { store, now }: CheckPullDeps,
  checks: PullRequestCheckWriter,
  { repository }: OpenPullRequest,
  { patternId }: PrecheckFinding,
  signal: AbortSignal,
): Promise<boolean> {
  const settings = await checks.readSettings(repository, signal);
  if (!(settings.checks ?? !settings.isPublic)) return false;
  if (patternId === null) return true;
  if ((await store.patterns.find(patternId))?.judgement === 'dismissed') return false;
  return !areWarningsUnwelcome(await store.outbox.listChecksOfPattern(patternId, repository), now());
}

async function openChecks(
  { store, providers, createPullChecks }: CheckPullDeps,
  connectionId: string,
): Promise<PullRequestCheckWriter | null> {
  const hasChecks = ({ provider }: Connection) => providers.find(provider)?.checks !== undefined;
  const account = await openAccountIfPossible(store, connectionId, hasChecks);
  return account && createPullChecks(...account);
}

async function show(
  { store, publicUrl }: CheckPullDeps,
  checks: PullRequestCheckWriter,
  { connectionId }: PullLocation,
  pull: OpenPullRequest,
  finding: PrecheckFinding,
  signal: AbortSignal,
): Promise<void> {
  const { repository, number, headSha } = pull;
  const { patternId, failureIds, score, averageScore } = finding;
  const location = { connectionId, repository, number, headSha };
  const id = await store.outbox.addCheck({ ...location, patternId, failureIds: [...failureIds], score, averageScore });
  if (id === null) return;
  const report = patternId === null ? null : await store.reports.findLatest(patternId);
  const found = new Map((await store.failures.findMany(failureIds)).map((failure) => [failure.id, failure]));
  const failures = failureIds.flatMap((failureId) => found.get(failureId) ?? []);
  const check = renderCheckRun({ finding, report: report?.report ?? null, failures, publicUrl });
  if (!(await store.outbox.beginCheck(id, headSha))) return;
  try {
    const written = await checks.show(pull, { ...check, id }, shown, signal);
    if (written === null) await store.outbox.resetCheck(id, headSha);
    else await store.outbox.recordCheck(id, written);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.retryable && isWriteRefused(thrown))
      await store.outbox.resetCheck(id, headSha);
    throw thrown;
  }
}
