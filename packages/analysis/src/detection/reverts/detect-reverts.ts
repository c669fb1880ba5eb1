import { groupBy } from '../../collections/group-by.ts';
import { findTemplateLines } from '../../text/form-lines.ts';
import { type CommitHistory, createCommitHistory } from './commit-history.ts';
import { listLandingMerges } from './commit-landing.ts';
import { combineRevertsWithTheirMerges } from './doubled-merges.ts';
import {
  findLandedRevertTargets,
  type LandedRevertTargets,
  type RevertTargets,
  toRepositoryKey,
} from './find-revert-targets.ts';
import { judgeRevert, type RevertJudgement, unmergedRevertJudgement } from './judge-revert.ts';
import { truncateCommitMessage } from './parse-commit-message-body.ts';
import { parseMergeMessage } from './parse-merge-message.ts';
import { parseRevertClaim, type RevertClaim } from './parse-revert-claim.ts';
import type { CommitRecord, Revert } from './revert.ts';
import { judgeRoutineReverts } from './routine-reverts.ts';

/**
 * Finds reverts, except on unmerged branches. Reports the merge of a branch only if none of its commits is a revert.
 * @returns reverts sorted by repository, then oldest first
 */
export function detectReverts(commits: readonly CommitRecord[]): readonly Revert[] {
  const byRepository = groupBy(commits.map(truncateCommitMessage), ({ repo }) => [toRepositoryKey(repo)]);
  const histories = new Map(
    [...byRepository].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, createCommitHistory(own)]),
  );
  return [...histories.values()].flatMap((history) => detectIn(history, histories));
}

/** A line is from a template if at least this number and this share of the latest `commits` commits contain it. */
const templateLimits = { fewest: 5, share: 0.05, commits: 20_000 };

interface Found extends LandedRevertTargets {
  readonly claim: RevertClaim;
  /** Number of nested reverts: 1 for a plain revert, 2 for a revert of a revert. */
  readonly depth: number;
}

function detectIn(history: CommitHistory, histories: ReadonlyMap<string, CommitHistory>): Revert[] {
  const claims = history.commits.map(parseRevertClaim).filter((claim) => claim !== null);
  const claimed = new Map(claims.map((claim) => [claim.commit.sha, claim]));
  const depths = new Map<string, number>();
  const covered = new Set<string>();
  const found: Found[] = [];
  for (const claim of claims) {
    const reach = findLandedRevertTargets(claim, history, histories, claimed);
    if (reach === null) continue;
    const depth = depthOf(claim, reach.targets, depths);
    depths.set(claim.commit.sha, depth);
    if (covered.has(claim.commit.sha)) continue;
    if (reach.hasLanded) for (const merge of listLandingMerges(claim.commit.sha, history.landing)) covered.add(merge);
    found.push({ ...reach, claim, depth });
  }
  const undone = findUndone(found);
  const template = findTemplate(history.commits.filter(({ sha }) => !claimed.has(sha)));
  const reverts = combineRevertsWithTheirMerges(
    found.map((one) => {
      const hasLanded = one.hasLanded && !undone.has(one.claim.commit.sha);
      const merges = listLandingMerges(one.claim.commit.sha, history.landing).flatMap(
        (sha) => claimed.get(sha)?.commit ?? [],
      );
      return toRevert(one, hasLanded, hasLanded ? merges : [], history, template);
    }),
    history,
  );
  const titleOf = new Map(found.map(({ claim, targets }) => [claim.commit.sha, titleOfTarget(claim, targets)]));
  return judgeRoutineReverts(
    reverts.map((revert) => {
      const commit = history.findBySha(revert.sha);
      return { revert, title: titleOf.get(revert.sha) ?? '', at: Date.parse(commit?.date ?? '') };
    }),
  );
}

function toRevert(
  { claim, targets, depth }: Found,
  hasLanded: boolean,
  merges: readonly CommitRecord[],
  history: CommitHistory,
  template: string,
): Revert {
  const isKnown = targets.found.length + targets.missing.length > 0 || targets.pull !== null;
  const isSaid = claim.reading?.form !== 'described' || claim.statements.length > 0 || claim.branch !== null;
  const context = {
    titles: targetTitles(claim, targets),
    texts: [...targets.found.flatMap(({ body, pullText }) => [body, pullText ?? '']), template],
    merges,
    age: ageOf(claim, targets, history),
    depth,
    isVague: !isKnown && !isSaid,
  };
  const judgement = hasLanded ? judgeRevert(claim.commit, context) : unmergedRevertJudgement;
  const judged: RevertJudgement =
    judgement.verdict === 'failure' && !isClaimedByCommit(claim)
      ? { ...judgement, verdict: 'unclear', confidence: 0.5 }
      : judgement;
  return {
    sha: claim.commit.sha,
    mergeShas: merges.map(({ sha }) => sha),
    revertedShas: targets.found.length > 0 ? targets.found.map(({ sha }) => sha) : targets.missing,
    revertedPr: targets.pull,
    isRevertOfRevert: depth > 1,
    hasLanded,
    ...judged,
    isFailure: judged.verdict === 'failure',
  };
}

/** Returns whether the commit itself, not only its pull request, claims to be a revert: people can edit a pull request later. */
function isClaimedByCommit({ commit }: RevertClaim): boolean {
  return parseRevertClaim({ ...commit, pullTitle: null, pullText: null }) !== null;
}

/** Finds lines that come from a template. `commits` must not include reverts, since several reverts may state the same reason. */
function findTemplate(commits: readonly CommitRecord[]): string {
  const texts = commits.slice(-templateLimits.commits).map(({ body, pullText }) => `${body}\n${pullText ?? ''}`);
  return findTemplateLines(texts, templateLimits.fewest, templateLimits.share).join('\n');
}

/** Returns the shas of reverts without effect: a later commit of the same branch reverted them before the merge. */
function findUndone(found: readonly Found[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { claim, targets, hasLanded } of [...found].reverse()) {
    if (hasLanded || undone.has(claim.commit.sha)) continue;
    for (const { sha } of targets.found) undone.add(sha);
  }
  return undone;
}

function depthOf(claim: RevertClaim, targets: RevertTargets, depths: ReadonlyMap<string, number>): number {
  const ofTargets = targets.found.map((target) => depths.get(target.sha) ?? 0);
  const byTarget = ofTargets.length === 0 ? 1 : 1 + Math.min(...ofTargets);
  const byWords = claim.statements.some((statement) => statement.isTargetRevert) ? 2 : 1;
  return Math.max(claim.reading?.depth ?? 1, claim.branch?.depth ?? 1, byTarget, byWords);
}

function targetTitles(claim: RevertClaim, targets: RevertTargets): string[] {
  if (targets.found.length > 1)
    return targets.found.map((target) => parseMergeMessage(target)?.title ?? target.subject);
  const [target] = targets.found;
  if (claim.reading?.quoted != null) return [claim.reading.quoted];
  return target === undefined ? [] : [parseMergeMessage(target)?.title ?? target.subject];
}

/** Returns the title of the first reverted change. For a merge commit this is the title of the pull request. */
function titleOfTarget(claim: RevertClaim, targets: RevertTargets): string | undefined {
  const [target] = targets.found;
  const merged = target === undefined ? null : parseMergeMessage(target);
  return merged?.title ?? targetTitles(claim, targets)[0];
}

/** Returns the time in ms from the landing of the latest reverted change to the revert; null if no change is known. */
function ageOf(claim: RevertClaim, targets: RevertTargets, history: CommitHistory): number | null {
  const landed = targets.found.map((target) => {
    const line = history.landing.get(target.sha)?.mergeSha ?? null;
    return Date.parse((line === null ? null : history.findBySha(line))?.date ?? target.date);
  });
  return landed.length === 0 ? null : Date.parse(claim.commit.date) - Math.max(...landed);
}
