import type { CatalogueDraft } from '@refrain/domain';
import { round } from '../figures/round.ts';

export interface CatalogueScore {
  readonly precision: number;
  readonly recall: number;
  readonly suggested: number;
  readonly right: number;
  readonly wanted: number;
}

/** Scores suggested pairs of a service and a repository. In the truth, exactly one repository contains the code of each service. */
export function scoreCatalogue(drafts: readonly CatalogueDraft[], truth: ReadonlyMap<string, string>): CatalogueScore {
  const pairs = new Map(drafts.map((draft) => [`${draft.service}\n${draft.repository}`, draft]));
  const right = [...pairs.values()].filter(({ service, repository }) => truth.get(service) === repository).length;
  return {
    precision: pairs.size === 0 ? 1 : round(right / pairs.size, 3),
    recall: round(right / truth.size, 3),
    suggested: pairs.size,
    right,
    wanted: truth.size,
  };
}
