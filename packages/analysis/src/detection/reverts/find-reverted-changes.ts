import type { Change, FailureDraft } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { type CombinedRevert, combineRevertsOfPullRequests } from './combine-reverts-of-pull-requests.ts';
import { sortByExternalId, toCommitRecords } from './commit-records.ts';
import { detectReverts } from './detect-reverts.ts';

const maxTextLength = 20_000;

/**
 * Returns one failure per revert in a repository, even if the revert consists of several commits. The failure has the
 * title of the reverted change if that is known, since the title of the revert says less.
 * @param changes all known changes of the repository, in any order
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
  const sorted = sortByExternalId(changes);
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
        text: join([...own, ...reverted].flatMap(({ title: own, text }) => [own, text]).map(redact), title),
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
        // A constant version is enough, since the result of a later detection always replaces that of an earlier one.
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
function join(parts: readonly string[], title: string): string {
  const distinct = new Set(parts.map((part) => part.trim()));
  return [...distinct]
    .filter((part) => part !== '' && part !== title)
    .join('\n\n')
    .slice(0, maxTextLength);
}
