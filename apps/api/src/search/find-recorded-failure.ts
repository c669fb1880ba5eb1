import type { FailureIndexMatch } from '@refrain/analysis';
import type { SearchResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { isSameIncident } from './is-same-incident.ts';

export interface RecordedFailure {
  readonly failure: NonNullable<SearchResponse['recorded']>;
  /** The failures of its episode, including the failure itself. */
  readonly episodeFailureIds: readonly string[];
}

/** Finds the stored failure that a text describes itself, as opposed to earlier failures that the text repeats. */
export async function findRecordedFailure(
  { failures }: Pick<Store, 'failures'>,
  matches: readonly Pick<FailureIndexMatch, 'id' | 'isOwnText'>[],
  now: number,
): Promise<RecordedFailure | null> {
  const described = matches.filter(({ isOwnText }) => isOwnText).map(({ id }) => id);
  const [newest] = described.length === 0 ? [] : await failures.listNewest(described, 1);
  const found = newest === undefined ? null : await failures.find(newest.id);
  if (found === null || !isSameIncident(found, now)) return null;
  const { id, kind, title, occurredAt, resolvedAt, precision, episodeId } = found;
  return {
    failure: { id, kind, title, occurredAt, resolvedAt, precision },
    episodeFailureIds: episodeId === null ? [id] : await failures.listByEpisode(episodeId),
  };
}
