import { basename } from 'node:path';
import {
  type CommitRecord,
  detectReverts,
  type LandedChange,
  listLandedChanges,
  type PrecheckHistory,
} from '@refrain/analysis/evaluation';
import { AppError } from '@refrain/domain';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import type { TestedHistory } from './history.ts';

interface ListedRevert {
  readonly revert_sha: string;
  readonly revert_date?: string | null;
  readonly reverted_sha?: string | null;
}

const versionBump =
  /^(?:build|chore|fix)\(deps|\b(?:bump|upgrade|update|downgrade|pin)\b.*(?:\d|\bdep|\bschema\b|\block)/iu;

/**
 * Reads a real history: squashed and merged pull requests and pushes, not the commits on branches. Omits reverts and merges without a pull
 * request, but keeps reverts of reverts. A revert that Refrain detects is known to the check from the revert's date on. The truth is the
 * list of reverts; without a list, the detected reverts. No change has paths, because the lists contain paths only for reverted changes.
 */
export async function readHistory(commitsFile: string, revertsFile: string | null): Promise<TestedHistory> {
  const commits = await readAllJsonLines<CommitRecord>(commitsFile);
  if (commits.length === 0)
    throw new AppError('invalid_input', `${commitsFile} has no commits. Write one JSON object per line.`);
  const landed = listLandedChanges(commits);
  const unitOf = new Map(landed.flatMap((change) => change.shas.map((sha) => [sha, change] as const)));
  const reverts = detectReverts(commits).filter(({ hasLanded }) => hasLanded);
  const listed = revertsFile === null ? [] : await readAllJsonLines<ListedRevert>(revertsFile);

  const detectedUnits = reverts.map(({ sha, isRevertOfRevert }) => ({ sha: unitOf.get(sha)?.sha, isRevertOfRevert }));
  const again = new Set(detectedUnits.flatMap(({ sha, isRevertOfRevert }) => (isRevertOfRevert ? (sha ?? []) : [])));
  const detected = new Set(detectedUnits.flatMap(({ sha }) => sha ?? []));
  const plain = new Set([
    ...[...detected].filter((sha) => !again.has(sha)),
    ...listed.flatMap(({ revert_sha }) => unitOf.get(revert_sha)?.sha ?? []).filter((sha) => !detected.has(sha)),
  ]);
  const changes = landed.filter(({ sha, isBareMerge }) => !isBareMerge && !plain.has(sha)).sort(byDate);
  const under = new Set(changes.map(({ sha }) => sha));

  const failures: PrecheckHistory['failures'][number][] = reverts.flatMap(({ sha, revertedShas }) =>
    [...new Set(revertedShas.flatMap((target) => unitOf.get(target)?.sha ?? []))]
      .filter((changeId) => under.has(changeId))
      .map((changeId) => ({
        id: `${sha} ${changeId}`,
        changeId,
        knownAt: toInstant(unitOf.get(sha)?.date ?? ''),
        patternId: null,
        episodeId: null,
      })),
  );
  const known = new Map<string, number>();
  for (const { changeId, knownAt } of failures)
    known.set(changeId, Math.min(Date.parse(knownAt), known.get(changeId) ?? Number.POSITIVE_INFINITY));
  const truth =
    revertsFile === null
      ? new Set(known.keys())
      : new Set(listed.flatMap(({ reverted_sha }) => unitOf.get(reverted_sha ?? '')?.sha ?? []));

  const titlesKnown = new Map<string, number>();
  for (const { sha, title } of changes) {
    const at = known.get(sha);
    if (at !== undefined) titlesKnown.set(title, Math.min(at, titlesKnown.get(title) ?? at));
  }
  return {
    name: basename(commitsFile, '.jsonl'),
    past: {
      asOf: toInstant(changes.at(-1)?.date ?? ''),
      changes: changes.map(({ sha, date, repo, title, text }) => ({
        id: sha,
        occurredAt: toInstant(date),
        repository: repo,
        title,
        text,
        paths: null,
      })),
      failures,
    },
    tested: changes.map(({ sha, date, title }) => ({
      id: sha,
      at: Date.parse(date),
      hasFailed: truth.has(sha),
      isReland: again.has(sha) || (titlesKnown.get(title) ?? Number.POSITIVE_INFINITY) <= Date.parse(date),
      isVersionBump: versionBump.test(title),
    })),
  };
}

function byDate(a: LandedChange, b: LandedChange): number {
  return Date.parse(a.date) - Date.parse(b.date) || (a.sha < b.sha ? -1 : 1);
}

function toInstant(date: string): string {
  return new Date(date).toISOString();
}
