import { groupBy } from '../../collections/group-by.ts';
import { findFormLines } from '../../text/form-lines.ts';
import { capMessage } from './clean-message.ts';
import { foldDoubledMerges } from './doubled-merges.ts';
import { repositoryKey, type Targets } from './find-targets.ts';
import { createHistory, type History } from './history.ts';
import { type Judgement, judgeRevert, neverLanded } from './judge-revert.ts';
import type { Landing } from './landing.ts';
import { findReach, type Reach } from './reach.ts';
import { type Claim, readClaim } from './read-claim.ts';
import { readMerge } from './read-merge.ts';
import type { CommitRecord, Revert } from './revert.ts';
import { judgeRoutines } from './routine-reverts.ts';

/**
 * Finds the commits that revert earlier ones in the histories of one or more repositories, in any order. If both a
 * revert commit and the merge of its branch qualify, the commit is reported; a merge is reported only if no commit of
 * its branch is called a revert. Branches that were never merged are left out.
 * @returns by repository, then oldest first
 */
export function detectReverts(commits: readonly CommitRecord[]): readonly Revert[] {
  const byRepository = groupBy(commits.map(capMessage), ({ repo }) => [repositoryKey(repo)]);
  const histories = new Map(
    [...byRepository].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, createHistory(own)]),
  );
  return [...histories.values()].flatMap((history) => detectIn(history, histories));
}

/**
 * A line belongs to a template if at least this many commits, and this share of them, contain it; only the latest
 * commits are read.
 */
const templateLimits = { fewest: 5, share: 0.05, commits: 20_000 };

interface Found extends Reach {
  readonly claim: Claim;
  /** 1 for a plain revert, 2 for the revert of a revert. */
  readonly depth: number;
}

function detectIn(history: History, histories: ReadonlyMap<string, History>): Revert[] {
  const claims = history.commits.map(readClaim).filter((claim) => claim !== null);
  const claimed = new Map(claims.map((claim) => [claim.commit.sha, claim]));
  const depths = new Map<string, number>();
  const covered = new Set<string>();
  const found: Found[] = [];
  for (const claim of claims) {
    const reach = findReach(claim, history, histories, claimed);
    if (reach === null) continue;
    const depth = depthOf(claim, reach.targets, depths);
    depths.set(claim.commit.sha, depth);
    if (covered.has(claim.commit.sha)) continue;
    if (reach.hasLanded) coverMerges(claim.commit.sha, history.landing, covered);
    found.push({ ...reach, claim, depth });
  }
  const undone = findUndone(found);
  const form = findTemplate(history.commits.filter(({ sha }) => !claimed.has(sha)));
  const reverts = foldDoubledMerges(
    found.map((one) => {
      const hasLanded = one.hasLanded && !undone.has(one.claim.commit.sha);
      const merges = listMerges(one.claim.commit.sha, history.landing).flatMap((sha) => claimed.get(sha)?.commit ?? []);
      return toRevert(one, hasLanded, hasLanded ? merges : [], history, form);
    }),
    history,
  );
  const titleOf = new Map(found.map(({ claim, targets }) => [claim.commit.sha, titleOfTarget(claim, targets)]));
  return judgeRoutines(
    reverts.map((revert) => {
      const commit = history.findBySha(revert.sha);
      return { revert, title: titleOf.get(revert.sha) ?? '', at: Date.parse(commit?.date ?? '') };
    }),
  );
}

/**
 * @param merges merges that brought the revert and are called reverts themselves
 * @param form lines of the repository's templates
 */
function toRevert(
  { claim, targets, depth }: Found,
  hasLanded: boolean,
  merges: readonly CommitRecord[],
  history: History,
  form: string,
): Revert {
  const isKnown = targets.found.length + targets.missing.length > 0 || targets.pull !== null;
  const isSaid = claim.reading?.form !== 'described' || claim.statements.length > 0 || claim.branch !== null;
  const context = {
    titles: targetTitles(claim, targets),
    texts: [...targets.found.flatMap(({ body, pullText }) => [body, pullText ?? '']), form],
    merges,
    age: ageOf(claim, targets, history),
    depth,
    isVague: !isKnown && !isSaid,
  };
  const judgement = hasLanded ? judgeRevert(claim.commit, context) : neverLanded;
  const judged = judgement.verdict === 'failure' && !isClaimedByCommit(claim) ? unproven(judgement) : judgement;
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

/**
 * Returns whether the commit or its branch is called a revert. A claim in the pull request alone does not count, since
 * its author can edit it at any time after the merge.
 */
function isClaimedByCommit({ commit }: Claim): boolean {
  return readClaim({ ...commit, pullTitle: null, pullText: null }) !== null;
}

function unproven({ evidence }: Judgement): Judgement {
  return { verdict: 'unclear', confidence: 0.5, evidence };
}

/**
 * Returns the lines that the repository's templates put into messages and pull requests.
 * @param commits commits that are not reverts, since reverts may repeat the same reason
 */
function findTemplate(commits: readonly CommitRecord[]): string {
  const texts = commits.slice(-templateLimits.commits).map(({ body, pullText }) => `${body}\n${pullText ?? ''}`);
  return findFormLines(texts, templateLimits.fewest, templateLimits.share).join('\n');
}

/** Returns the reverts that their own branch reverted again an odd number of times, so that they never took effect. */
function findUndone(found: readonly Found[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { claim, targets, hasLanded } of [...found].reverse()) {
    if (hasLanded || undone.has(claim.commit.sha)) continue;
    for (const { sha } of targets.found) undone.add(sha);
  }
  return undone;
}

function depthOf(claim: Claim, targets: Targets, depths: ReadonlyMap<string, number>): number {
  const ofTargets = targets.found.map((target) => depths.get(target.sha) ?? 0);
  const byTarget = ofTargets.length === 0 ? 1 : 1 + Math.min(...ofTargets);
  const byWords = claim.statements.some((statement) => statement.targetReverted) ? 2 : 1;
  return Math.max(claim.reading?.depth ?? 1, claim.branch?.depth ?? 1, byTarget, byWords);
}

/** Marks the merges that brought a commit, so that none of them is reported for the same revert. */
function coverMerges(sha: string, landing: ReadonlyMap<string, Landing>, covered: Set<string>): void {
  for (const merge of listMerges(sha, landing)) covered.add(merge);
}

/** Lists the merges that brought a commit, innermost first. */
function listMerges(sha: string, landing: ReadonlyMap<string, Landing>): string[] {
  const merges = new Set<string>();
  for (let line = landing.get(sha)?.line ?? null; line !== null && !merges.has(line); ) {
    merges.add(line);
    line = landing.get(line)?.line ?? null;
  }
  return [...merges];
}

/**
 * Returns the titles of the reverted changes: from the commits if they are known, or else as the revert quotes them.
 */
function targetTitles(claim: Claim, targets: Targets): string[] {
  if (targets.found.length > 1) return targets.found.map((target) => readMerge(target)?.title ?? target.subject);
  const [target] = targets.found;
  if (claim.reading?.quoted != null) return [claim.reading.quoted];
  return target === undefined ? [] : [readMerge(target)?.title ?? target.subject];
}

/**
 * Returns the title of the first reverted change. A revert may quote only the subject of its merge, which does not name
 * the change.
 */
function titleOfTarget(claim: Claim, targets: Targets): string | undefined {
  const [target] = targets.found;
  const merged = target === undefined ? null : readMerge(target);
  return merged?.title ?? targetTitles(claim, targets)[0];
}

/**
 * Returns the time in ms since the latest of the reverted changes reached the default branch; null if none is known.
 */
function ageOf(claim: Claim, targets: Targets, history: History): number | null {
  const landed = targets.found.map((target) => {
    const line = history.landing.get(target.sha)?.line ?? null;
    return Date.parse((line === null ? null : history.findBySha(line))?.date ?? target.date);
  });
  return landed.length === 0 ? null : Date.parse(claim.commit.date) - Math.max(...landed);
}
