import { findTellingResolution } from '@refrain/analysis';
import type { EarlierResolution, LikelyPattern, Resolution, SearchMatch } from '@refrain/domain';
import type { DatedFailure } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { readResolutions } from './read-resolutions.ts';

/** The maximum number of failures of a pattern, or of repeated failures, whose texts are searched for a resolution. */
export const maxRead = 8;

/** Share of the best score from which a failure of the named service matches well. */
const minShareOfBestScore = 0.75;

export interface EarlierFailures {
  /** The failures that the query repeats, newest first. */
  readonly repeated: readonly DatedFailure[];
  /** The matches, most similar first. */
  readonly matches: readonly SearchMatch[];
  readonly pattern: Pick<LikelyPattern, 'id'> | null;
  /** The failures that the query is about, which cannot say how an earlier failure was resolved. */
  readonly excludedIds: readonly string[];
}

/**
 * Finds how the most relevant earlier failure was resolved: the newest repeated failure; if no such resolution is
 * certain, the newest match of the pattern or a well-matching failure in a service that the query names, then the newest
 * failure of the pattern, then the most similar failure. A change that has only possibly resolved a failure is no resolution here.
 */
export async function findEarlierResolution(
  deps: ApiDeps,
  { repeated, matches, pattern, excludedIds }: EarlierFailures,
): Promise<EarlierResolution | null> {
  const isOfPattern = (match: SearchMatch) => pattern !== null && match.pattern?.id === pattern.id;
  const ofPattern = sortNewestFirst(matches.filter(isOfPattern));
  return (
    (await findFirst(deps, repeated, 'repeated_failure')) ??
    findSimilar(ofPattern.filter(({ shared }) => shared.services.length > 0)) ??
    findSimilar(listWellMatchingOfNamedService(matches)) ??
    (pattern === null ? null : await findNewestOfPattern(deps, pattern.id, excludedIds)) ??
    findSimilar(ofPattern) ??
    findSimilar(matches.slice(0, 1))
  );
}

async function findNewestOfPattern(
  deps: ApiDeps,
  patternId: string,
  excludedIds: readonly string[],
): Promise<EarlierResolution | null> {
  const newest = await deps.store.failures.listNewestOfPattern(patternId, maxRead + excludedIds.length);
  const earlier = newest.filter(({ id }) => !excludedIds.includes(id)).slice(0, maxRead);
  return findFirst(deps, earlier, 'pattern');
}

function sortNewestFirst(matches: readonly SearchMatch[]): SearchMatch[] {
  return [...matches].sort((a, b) => Date.parse(b.failure.occurredAt) - Date.parse(a.failure.occurredAt));
}

function listWellMatchingOfNamedService(matches: readonly SearchMatch[]): SearchMatch[] {
  const [best] = matches;
  if (best === undefined) return [];
  return matches.filter(
    ({ isWeak, score, shared }) => !isWeak && shared.services.length > 0 && score >= minShareOfBestScore * best.score,
  );
}

function findSimilar(matches: readonly SearchMatch[]): EarlierResolution | null {
  for (const { failure, resolution } of matches) {
    const telling = omitVaguePassage(resolution);
    if (telling !== null) return describe(failure, telling, 'similar_failure');
  }
  return null;
}

async function findFirst(
  deps: ApiDeps,
  failures: readonly DatedFailure[],
  source: EarlierResolution['source'],
): Promise<EarlierResolution | null> {
  if (failures.length === 0) return null;
  const resolutions = await readResolutions(deps, failures);
  for (const failure of failures) {
    const resolution = omitVaguePassage(omitPossibleChange(resolutions.get(failure.id)));
    if (resolution !== null) return describe(failure, resolution, source);
  }
  return null;
}

/** Returns a resolution without a change that has only possibly resolved the failure; null if nothing remains. */
export function omitPossibleChange(resolution: Resolution | undefined): Resolution | null {
  if (resolution === undefined) return null;
  const change = resolution.change?.certainty === 'possible' ? null : resolution.change;
  return resolution.stated === null && change === null ? null : { ...resolution, change };
}

/** Returns a resolution without a passage that does not say how the failure was resolved; null if nothing remains. */
function omitVaguePassage(resolution: Resolution | null): Resolution | null {
  if (resolution === null || resolution.stated === null) return resolution;
  if (findTellingResolution({ statedResolution: resolution.stated }) !== undefined) return resolution;
  return resolution.change === null ? null : { ...resolution, stated: null };
}

function describe(
  { id, title, occurredAt, precision }: Pick<DatedFailure, 'id' | 'title' | 'occurredAt' | 'precision'>,
  resolution: Resolution,
  source: EarlierResolution['source'],
): EarlierResolution {
  return { ...resolution, source, failureId: id, title, occurredAt, precision };
}
