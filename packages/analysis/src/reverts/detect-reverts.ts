import { capMessage, cleanMessage } from './clean-message.ts';
import { foldDoubledMerges } from './doubled-merges.ts';
import { type Claim, findTargets, repositoryKey, type Targets } from './find-targets.ts';
import { createHistory, type History } from './history.ts';
import { judgeFailure } from './judge-failure.ts';
import type { Landing } from './landing.ts';
import { isListOfReverts, readBody } from './read-body.ts';
import { readMerge, readRevertBranch } from './read-merge.ts';
import { readSubject, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord, Revert } from './revert.ts';

/**
 * Finds the commits that take back earlier ones, in one or more repositories' histories, in any order.
 *
 * Of a revert commit and the merge that brings its branch, the commit is reported; the merge stands for the revert
 * only where no commit of its branch says that it is one. A revert of something that its own branch had brought in
 * never reached anyone and is not reported.
 * @returns by repository, then oldest first
 */
export function detectReverts(commits: readonly CommitRecord[]): readonly Revert[] {
  const byRepository = new Map<string, CommitRecord[]>();
  for (const commit of commits.map(capMessage)) {
    const key = repositoryKey(commit.repo);
    const own = byRepository.get(key);
    if (own === undefined) byRepository.set(key, [commit]);
    else own.push(commit);
  }
  const histories = new Map(
    [...byRepository].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, createHistory(own)]),
  );
  return [...histories.values()].flatMap((history) => detectIn(history, histories));
}

function detectIn(history: History, histories: ReadonlyMap<string, History>): Revert[] {
  const claims = history.commits.map(readClaim).filter((claim) => claim !== null);
  const claimed = new Map(claims.map((claim) => [claim.commit.sha, claim]));
  const depths = new Map<string, number>();
  const covered = new Set<string>();
  const reverts: Revert[] = [];
  for (const claim of claims) {
    const { commit } = claim;
    const targets = landedTargets(claim, history, histories, claimed);
    if (targets === null) continue;
    const depth = depthOf(claim, targets, depths);
    depths.set(commit.sha, depth);
    if (covered.has(commit.sha)) continue;
    coverMerges(commit.sha, history.landing, covered);
    const { isFailure, confidence } = judgeFailure(commit, {
      titles: targetTitles(claim, targets),
      age: ageOf(claim, targets, history),
      depth,
    });
    reverts.push({
      sha: commit.sha,
      revertedShas: targets.found.length > 0 ? targets.found.map((target) => target.sha) : targets.missing,
      revertedPr: targets.pull,
      isRevertOfRevert: depth > 1,
      isFailure,
      confidence,
    });
  }
  return foldDoubledMerges(reverts, history);
}

/** What a commit claims to take back; null where nothing in it says so. */
function readClaim(commit: CommitRecord): Claim | null {
  const merge = readMerge(commit);
  const message = cleanMessage(commit.subject, commit.body);
  const titles = [message.subject, ...(merge?.title == null ? [] : [merge.title])];
  const reading = titles.map(readSubject).find((found) => found !== null) ?? null;
  const own = merge?.pull ?? splitOwnNumber(message.subject).number ?? commit.pr;
  const named = readRevertBranch(merge?.branch ?? (merge === null ? commit.branch : null) ?? null);
  const branch = named?.pull != null && own !== null && named.pull >= own ? null : named;
  const all = readBody(message);
  const isList = isListOfReverts(message);
  const statements =
    reading !== null || branch !== null
      ? all
      : all.filter((statement) => statement.isStrong && (statement.section === null || isList));
  return reading === null && branch === null && statements.length === 0
    ? null
    : { commit, reading, statements, branch };
}

/** The targets that had landed before this commit's branch; null where it takes back only its own branch's work. */
function landedTargets(
  claim: Claim,
  history: History,
  histories: ReadonlyMap<string, History>,
  claimed: ReadonlyMap<string, Claim>,
): Targets | null {
  const { commit, reading, branch } = claim;
  const landing = history.landing.get(commit.sha);
  const brought = landing?.line == null || landing.isOwn ? null : (claimed.get(landing.line)?.branch ?? null);
  const targets = findTargets({ ...claim, branch: branch ?? brought }, histories);
  if (landing === undefined) return targets;
  const found = targets.found.filter((target) => !isSameBranch(landing, history.landing.get(target.sha)));
  if (found.length > 0) return { ...targets, found };
  if (targets.found.length > 0) return null;
  const saysSo = reading !== null || branch !== null;
  const isInner = !landing.isOwn && landing.line !== null;
  if (isInner) return saysSo && claimed.has(landing.line) ? targets : null;
  return saysSo || claim.statements.some((statement) => !statement.isPartial) ? targets : null;
}

function isSameBranch(own: Landing, target: Landing | undefined): boolean {
  return own.line !== null && target !== undefined && own.line === target.line && !target.isOwn;
}

function depthOf(claim: Claim, targets: Targets, depths: ReadonlyMap<string, number>): number {
  const ofTargets = targets.found.map((target) => depths.get(target.sha) ?? 0);
  const byTarget = ofTargets.length === 0 ? 1 : 1 + Math.min(...ofTargets);
  const byWords = claim.statements.some((statement) => statement.targetReverted) ? 2 : 1;
  return Math.max(claim.reading?.depth ?? 1, claim.branch?.depth ?? 1, byTarget, byWords);
}

/** Marks the merges through which a commit came, so that none of them is reported for the same revert. */
function coverMerges(sha: string, landing: ReadonlyMap<string, Landing>, covered: Set<string>): void {
  let line = landing.get(sha)?.line ?? null;
  while (line !== null && !covered.has(line)) {
    covered.add(line);
    line = landing.get(line)?.line ?? null;
  }
}

/** Titles of what is taken back: of the commits where they are known, else as the revert quotes them. */
function targetTitles(claim: Claim, targets: Targets): string[] {
  if (targets.found.length > 1) return targets.found.map((target) => readMerge(target)?.title ?? target.subject);
  const [target] = targets.found;
  if (claim.reading?.quoted != null) return [claim.reading.quoted];
  return target === undefined ? [] : [readMerge(target)?.title ?? target.subject];
}

/** Time in ms since the latest of what is taken back had reached the default branch. */
function ageOf(claim: Claim, targets: Targets, history: History): number | null {
  const landed = targets.found.map((target) => {
    const line = history.landing.get(target.sha)?.line ?? null;
    return Date.parse((line === null ? null : history.findBySha(line))?.date ?? target.date);
  });
  return landed.length === 0 ? null : Date.parse(claim.commit.date) - Math.max(...landed);
}
