import {
  findStrongestEvidenceDetail,
  indexStatementDecisions,
  judgeResolutionCertainty,
  statePassage,
  toStatedPassage,
} from '@refrain/analysis';
import type { Failure, LatestResolution, Resolution, ResolvingChange } from '@refrain/domain';
import type { PossibleResolvingChange } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';

/** The maximum number of failures of a pattern whose texts are searched for a resolution. */
const maxRead = 8;

/** Returns the resolutions of failures by failure id. Failures without a known resolution are absent. */
export async function readResolutions(
  { store, index }: ApiDeps,
  failures: readonly Pick<Failure, 'id' | 'kind' | 'title' | 'text'>[],
): Promise<Map<string, Resolution>> {
  const failureIds = failures.map(({ id }) => id);
  const [links, corrections, found] = await Promise.all([
    store.failures.listResolvingLinks(failureIds),
    store.corrections.list({ failureIds, kind: 'statement' }),
    index.findResolutions(failures.map(({ text }) => text)),
  ]);
  const decisions = indexStatementDecisions(corrections);
  const changes = new Map(links.map((link) => [link.failureId, describeChange(link)]));
  return new Map(
    failures.flatMap((failure, at) => {
      const { id } = failure;
      const passage = statePassage(failure, decisions.get(id)?.get('resolution'), found[at] ?? null);
      const resolution = { stated: passage && toStatedPassage(passage), change: changes.get(id) ?? null };
      return resolution.stated === null && resolution.change === null ? [] : [[id, resolution]];
    }),
  );
}

/**
 * Finds the newest certain resolution of a pattern: one that a text states, or a change that is confirmed or nearly certain.
 * If there is none, finds the newest possible resolution.
 */
export async function findLatestResolution(deps: ApiDeps, patternId: string): Promise<LatestResolution | null> {
  const newest = await deps.store.failures.listNewestOfPattern(patternId, maxRead);
  const resolutions = await readResolutions(deps, newest);
  const known = newest.flatMap(({ id, occurredAt, precision }): LatestResolution[] => {
    const resolution = resolutions.get(id);
    return resolution === undefined ? [] : [{ ...resolution, failureId: id, occurredAt, precision }];
  });
  const isCertain = ({ stated, change }: Resolution) => stated !== null || change?.certainty !== 'possible';
  return known.find(isCertain) ?? known[0] ?? null;
}

function describeChange(link: PossibleResolvingChange): ResolvingChange {
  const { kind, title, url, score, status, evidence } = link;
  const certainty = judgeResolutionCertainty(score, status === 'confirmed');
  return {
    kind,
    title,
    url,
    certainty,
    reason: certainty === 'confirmed' ? null : findStrongestEvidenceDetail(evidence),
  };
}
