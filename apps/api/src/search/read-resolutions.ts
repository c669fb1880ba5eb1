import {
  findStrongestEvidenceDetail,
  indexStatementDecisions,
  judgeResolutionCertainty,
  statePassage,
  toStatedPassage,
} from '@refrain/analysis';
import type { Failure, Resolution, ResolvingChange } from '@refrain/domain';
import type { PossibleResolvingChange } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';

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
