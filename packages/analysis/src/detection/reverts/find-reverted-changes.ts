import { type Change, type FailureDraft, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { findLandingMerges } from './carriers.ts';
import { sortChangesByExternalId, toCommitRecords } from './commit-records.ts';
import { detectReverts } from './detect-reverts.ts';
import type { Revert } from './revert.ts';

const maxTextLength = 20_000;

/**
 * Returns one failure per revert. The failure has the title of the reverted change if it is known, because the title of
 * the revert says less.
 * @param changes all known changes of one repository, in any order
 * @param redact removes personal names that became known after the changes had been stored
 */
export function findRevertedChanges(
  changes: readonly Change[],
  redact: (text: string) => string = (text) => text,
): FailureDraft[] {
  const landed = detectReverts(toCommitRecords(changes)).filter(({ hasLanded }) => hasLanded);
  return toFailures(changes, combineRevertsOfPullRequests(landed, changes), redact);
}

function toFailures(
  changes: readonly Change[],
  reverts: readonly CombinedRevert[],
  redact: (text: string) => string,
): FailureDraft[] {
  const sorted = sortChangesByExternalId(changes);
  const bySha = groupBy(sorted, ({ sha, kind }) => (sha === null || kind === 'deployment' ? [] : [sha]));
  const byNumber = new Map(
    sorted.filter(({ kind }) => kind === 'merged_pull_request').map((change) => [change.number, change]),
  );
  return reverts.flatMap((revert) => {
    const own = revert.shas.flatMap((sha) => bySha.get(sha) ?? []);
    const [first] = own;
    if (first === undefined) return [];
    const revertedPull = revert.revertedPr === null ? undefined : byNumber.get(revert.revertedPr);
    const reverted = [
      ...revert.revertedShas.flatMap((sha) => bySha.get(sha) ?? []),
      ...(revertedPull === undefined ? [] : [revertedPull]),
    ];
    const title = redact((reverted.find(isPull) ?? reverted[0] ?? own.find(isPull) ?? first).title);
    return [
      {
        kind: 'reverted_change',
        externalId: `${first.repository}@${revert.sha}`,
        title: title === '' ? `Revert ${revert.sha.slice(0, 12)}` : title,
        text: joinTexts([...own, ...reverted].flatMap(({ title: own, text }) => [own, text]).map(redact), title),
        services: [],
        repository: first.repository,
        environment: null,
        paths: [...new Set([...own, ...reverted].flatMap(({ paths }) => paths))].sort(),
        sha: revert.revertedShas[0] ?? revertedPull?.sha ?? null,
        occurredAt: first.occurredAt,
        resolvedAt: null,
        precision: 'instant',
        severity: null,
        url: (own.find(isPull) ?? first).url,
        // The version need not increase, since the result of a later detection replaces that of an earlier one anyway.
        version: first.occurredAt,
        timing: null,
        urgency: null,
        responders: null,
        references: [],
        isFailure: revert.isFailure,
        confidence: revert.confidence,
        decidingWords: revert.evidence.map(redact),
      },
    ];
  });
}

function isPull(change: Change): boolean {
  return change.kind === 'merged_pull_request';
}

/** Joins texts. Omits the title and repetitions, since a squashed commit repeats the text of its pull request. */
function joinTexts(parts: readonly string[], title: string): string {
  const distinct = new Set(parts.map((part) => part.trim()));
  return [...distinct]
    .filter((part) => part !== '' && part !== title)
    .join('\n\n')
    .slice(0, maxTextLength);
}

/** One or more commits that together revert one change. */
interface CombinedRevert extends Revert {
  /** Shas of the reverting commits, latest first. `sha` is the first of them. */
  readonly shas: readonly string[];
}

const maxRebaseCommits = 100;

/** Combines the reverts that undo one pull request together, since people often revert commit by commit. */
function combineRevertsOfPullRequests(reverts: readonly Revert[], changes: readonly Change[]): CombinedRevert[] {
  const findUnit = createUnitFinder(changes);
  const folded = new Map<string, CombinedRevert>();
  for (const revert of reverts) {
    const own = findUnit(revert.sha);
    const units = revert.revertedShas.map(findUnit);
    const [target] = units;
    const pull = revert.revertedPr ?? (units.every((unit) => unit === target) ? numberOf(target) : null);
    const key = pull === null ? revert.sha : [own, pull, revert.isRevertOfRevert].join(' ');
    const known = folded.get(key);
    folded.set(key, known === undefined ? { ...revert, shas: [revert.sha] } : addRevert(known, revert, pull));
  }
  return [...folded.values()];
}

function addRevert(one: CombinedRevert, other: Revert, revertedPr: number | null): CombinedRevert {
  const [mostConfident] = [one, other].sort(
    (a, b) => Number(b.isFailure) - Number(a.isFailure) || b.confidence - a.confidence,
  ) as [Revert, Revert];
  return {
    ...one,
    sha: other.sha,
    shas: [other.sha, ...one.shas],
    mergeShas: [...one.mergeShas, ...other.mergeShas],
    revertedShas: [...new Set([...one.revertedShas, ...other.revertedShas])],
    revertedPr,
    verdict: mostConfident.verdict,
    isFailure: mostConfident.isFailure,
    confidence: mostConfident.confidence,
    evidence: mostConfident.evidence,
  };
}

/** @returns a function that maps a commit's sha to its pull request (`#12`), else to its merge's sha, else to itself */
function createUnitFinder(changes: readonly Change[]): (sha: string) => string {
  const carriers = findLandingMerges(changes);
  const commits = new Map<string, Change>();
  const pulls = new Map<string, number>();
  for (const change of changes) {
    if (change.sha === null) continue;
    if (change.kind === 'commit') commits.set(change.sha.toLowerCase(), change);
    if (change.kind === 'merged_pull_request' && change.number !== null)
      pulls.set(change.sha.toLowerCase(), change.number);
  }
  const following = groupBy(commits.values(), ({ parents }) => parents.slice(0, 1).map((sha) => sha.toLowerCase()));

  /** Finds the pull request of a rebased commit. Only the last of the rebased commits has the number. */
  function findRebase(commit: Change): number | null {
    let at = commit;
    for (let step = 0; step < maxRebaseCommits; step += 1) {
      const [next, ...others] = following.get(at.sha?.toLowerCase() ?? '') ?? [];
      if (next === undefined || others.length > 0 || next.parents.length > 1 || next.number !== null) return null;
      if (Math.abs(Date.parse(next.occurredAt) - Date.parse(commit.occurredAt)) > minuteInMs) return null;
      const pull = pulls.get(next.sha?.toLowerCase() ?? '');
      if (pull !== undefined) return pull;
      at = next;
    }
    return null;
  }

  return (commitSha) => {
    const sha = commitSha.toLowerCase();
    const commit = commits.get(sha);
    const carrier = carriers.get(`${commit?.repository}@${sha}`);
    const top = carrier?.slice(carrier.lastIndexOf('@') + 1) ?? sha;
    const named = pulls.get(top) ?? commits.get(top)?.number ?? null;
    const number = named ?? (commit === undefined || top !== sha ? null : findRebase(commit));
    return number === null ? top : `#${number}`;
  };
}

function numberOf(unit: string | undefined): number | null {
  return unit?.startsWith('#') === true ? Number(unit.slice(1)) : null;
}
