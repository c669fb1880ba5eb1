import { findRevertedChanges } from '@refrain/analysis';
import type { Failure } from '@refrain/domain';
import type { ListedCommit } from './read-reverts.ts';

export function findRevertFailures(commits: readonly ListedCommit[]): Failure[] {
  const repositories = new Set(commits.map(({ record }) => record.repo));
  return [...repositories].flatMap((repo) =>
    findRevertedChanges(commits.filter(({ record }) => record.repo === repo).map(({ change }) => change)).map(
      (draft) => ({ ...draft, id: draft.externalId, connectionId: 'reverts', episodeId: null, duplicateOf: null }),
    ),
  );
}
