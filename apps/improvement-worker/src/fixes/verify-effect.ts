import {
  describeEffectVerdict,
  describeNewEpisodes,
  describeSignificantRateIncrease,
  traceShippingHistory,
} from '@refrain/analysis';
import type { Effect, Improvement, Instant, WriteReason } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { IssueDeps } from '../improvement-deps.ts';
import { commentOnce, type ImprovementIssue } from '../issues/comment-once.ts';

type VerifyEffectDeps = Pick<IssueDeps, 'store' | 'openRepository' | 'producer'>;

const verification = 'the verification of its fix';

interface Verified extends ImprovementIssue {
  readonly effect: Effect;
}

/**
 * Creates the job that adds one comment about the effect of a deployed fix to the issue. If the failure recurred, the policy
 * decides whether the job reopens the issue or opens a follow-up issue.
 */
export function createVerifyEffectHandler(deps: VerifyEffectDeps): JobHandler<'verify-effect'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const found = await improvements.find(improvementId);
      if (found === null) return;
      const improvement = await recordFixDeployment(deps.store, found);
      const { state, effect, fix, repository, issueNumber: number } = improvement;
      if (state === 'verified') return watchVerified(deps, improvement, signal);
      const isOfFix = effect !== null && effect.fixedAt === fix?.deployedAt;
      if (state !== 'fixed' || !isOfFix || effect.verdict === 'too_early' || repository === null || number === null)
        return;
      const tracker = await deps.openRepository(repository);
      await conclude(deps, { improvement, effect, location: { repository, number }, tracker }, signal);
    });
}

/** Handles a recurrence if the failure has become significantly more frequent since the fix was verified. */
async function watchVerified(deps: VerifyEffectDeps, improvement: Improvement, signal: AbortSignal): Promise<void> {
  const { patternId, effect, repository, issueNumber: number } = improvement;
  const stored = await deps.store.reports.findLatest(patternId);
  if (stored === null || effect?.decidedAt == null || repository === null || number === null) return;
  const rise = describeSignificantRateIncrease(stored.report, effect.fixedAt, effect.decidedAt);
  if (rise === null) return;
  const tracker = await deps.openRepository(repository);
  const later: Effect = { ...effect, verdict: 'came_back', explanation: [`It had held. ${rise}`] };
  const reason = { why: rise, by: verification };
  const verified = { improvement, effect: later, location: { repository, number }, tracker };
  await handleRecurrence(deps, verified, `verdict-${Date.parse(effect.fixedAt)}-later`, reason, signal);
}

async function conclude(deps: VerifyEffectDeps, verified: Verified, signal: AbortSignal): Promise<void> {
  const { improvements } = deps.store;
  const { improvement, effect } = verified;
  const [first = ''] = effect.explanation;
  const reason = { why: first, by: verification };
  if (effect.verdict === 'came_back') return handleRecurrence(deps, verified, markerOf(effect), reason, signal);
  const comment = { marker: markerOf(effect), body: describeEffectVerdict(effect), reason };
  if (!(await commentOnce(deps.store, verified, comment, signal))) return;
  await improvements.transition(
    improvement.id,
    effect.verdict === 'held' ? { state: 'verified', reason: first } : { reason: first },
  );
}

async function handleRecurrence(
  { store, producer }: VerifyEffectDeps,
  verified: Verified,
  marker: string,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<void> {
  const { improvements, reports } = store;
  const { improvement, effect, location, tracker } = verified;
  const { id, patternId } = improvement;
  const [stored, { policy }] = await Promise.all([reports.findLatest(patternId), improvements.findPolicy()]);
  const evidence = stored === null ? '' : describeNewEpisodes(stored.report, effect.fixedAt);
  const next =
    policy.onRecurrence === 'reopen'
      ? 'This issue is open again for the next attempt.'
      : 'Another issue follows this one for the next attempt.';
  const body = [describeEffectVerdict(effect), evidence, next].filter((part) => part !== '').join('\n\n');
  if (!(await commentOnce(store, verified, { marker, body, reason }, signal))) return;
  if (policy.onRecurrence === 'follow_up') {
    await improvements.followUp(id, reason.why);
    await producer.enqueue('ensure-issue', { improvementId: id });
    return;
  }
  if (await tracker.setIssueState(location, 'open', reason, signal)) {
    await improvements.transition(id, { state: 'recurred', issueState: 'open', reason: reason.why });
    await producer.enqueue('ensure-issue', { improvementId: id });
  }
}

function markerOf({ fixedAt }: Effect): string {
  return `verdict-${Date.parse(fixedAt)}`;
}

/**
 * Stores when the fix reached production: with the first deployment that contains its pull request. Without deployments of the
 * repository, this is the time of the merge; without a pull request, the time when the issue was closed.
 */
async function recordFixDeployment(store: Store, improvement: Improvement): Promise<Improvement> {
  const { id, state, fix } = improvement;
  if (state !== 'fixed' || fix === null || fix.deployedAt !== null) return improvement;
  const deployedAt = fix.url === null ? fix.mergedAt : await findFirstDeployment(store, fix.url, fix.mergedAt);
  return deployedAt === null ? improvement : store.improvements.transition(id, { fix: { ...fix, deployedAt } });
}

async function findFirstDeployment(store: Store, url: string, mergedAt: Instant): Promise<Instant | null> {
  const [, repository] = /\/([^/]+\/[^/]+)\/pull\/\d+$/u.exec(url) ?? [];
  if (repository === undefined) return mergedAt;
  for (const { id } of await store.connections.list()) {
    const changes = await store.changes.listByRepository(id, repository);
    const pull = changes.find((change) => change.kind === 'merged_pull_request' && change.url === url);
    // A pull request that was merged just now may not be imported yet.
    if (pull === undefined) continue;
    const { deployments, findFirstDeploymentWith } = traceShippingHistory(changes);
    if (deployments.length === 0 || pull.sha === null) return mergedAt;
    return findFirstDeploymentWith(pull.sha, Date.parse(mergedAt))?.occurredAt ?? null;
  }
  return null;
}
