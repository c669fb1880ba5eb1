import type { PrecheckHistory } from '@refrain/analysis/evaluation';
import { type ChangeRef, generateOrganisation } from '@refrain/sample-org';
import { formatFailureId, parseOrganisation } from '../organisations/parse-organisation.ts';
import type { TestedHistory } from './history.ts';

/**
 * Generates an organisation whose truth is known: its pull requests, and the failures of the episodes that they caused. Reverts, reapplied
 * changes and resolutions are not tested, because by construction none of them fails.
 * @param hasPaths if false, changes have no paths, to show how much paths help
 */
export function generateSampleHistory(seed: number, hasPaths: boolean): TestedHistory {
  const { world, truth } = generateOrganisation(seed);
  const observed = parseOrganisation(world);
  const pulls = observed.changes
    .filter(({ kind }) => kind === 'merged_pull_request')
    .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : 1));
  const byExternalId = new Map(pulls.map(({ externalId, id }) => [externalId, id]));
  const failureOf = new Map(observed.failures.map((failure) => [failure.id, failure]));
  const failures: PrecheckHistory['failures'][number][] = truth.episodes.flatMap((episode) => {
    const cause = episode.causedByChange;
    const changeId = facesOf(cause).flatMap((id) => byExternalId.get(id) ?? [])[0];
    if (changeId === undefined) return [];
    return episode.failures.flatMap(({ kind, id, sameAs }) => {
      const failure = [id, ...sameAs].flatMap((one) => failureOf.get(formatFailureId(kind, one)) ?? [])[0];
      if (failure === undefined) return [];
      return [
        {
          id: failure.id,
          changeId,
          knownAt: failure.occurredAt,
          patternId: episode.patternId,
          episodeId: episode.id,
        },
      ];
    });
  });
  // `causedByChange` is one change of a stack. The other changes of the stack have failed too.
  const failed = new Set(
    truth.episodes
      .filter(({ failures: own }) => own.length > 0)
      .flatMap(({ causedByChange }) => facesOf(causedByChange).flatMap((id) => byExternalId.get(id) ?? [])),
  );
  const mending = new Set([
    ...truth.episodes.flatMap(({ endedByChange }) => facesOf(endedByChange)),
    ...[...truth.plannedReverts, ...truth.unclearReverts].flatMap(({ revert }) => facesOf(revert)),
    ...truth.reapplied.flatMap(({ reapply, revert }) => [...facesOf(reapply), ...facesOf(revert)]),
  ]);
  return {
    name: `organisation ${seed}${hasPaths ? '' : ', without paths'}`,
    past: {
      asOf: pulls.at(-1)?.occurredAt ?? '',
      changes: pulls.map(({ id, occurredAt, repository, title, text, paths }) => ({
        id,
        occurredAt,
        repository,
        title,
        text,
        paths: hasPaths ? paths : null,
      })),
      failures,
    },
    tested: pulls
      .filter(({ externalId }) => !mending.has(externalId))
      .map(({ id, occurredAt }) => ({
        id,
        at: Date.parse(occurredAt),
        hasFailed: failed.has(id),
        isReland: false,
        isVersionBump: false,
      })),
  };
}

function facesOf(ref: ChangeRef | null): string[] {
  return ref === null ? [] : [ref.id, ...ref.sameAs];
}
