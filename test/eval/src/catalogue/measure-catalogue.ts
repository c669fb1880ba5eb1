import { suggestCatalogue } from '@refrain/analysis';
import { type CatalogueInput, type DecidedCatalogueEntry, linkFailures } from '@refrain/analysis/evaluation';
import type { CatalogueDraft } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import type { SeedOptions } from '../command-line/options.ts';
import { round } from '../figures/round.ts';
import { scoreLinks } from '../links/score-links.ts';
import { type HiddenNames, hideNames } from '../organisations/hide-names.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';

interface CatalogueScore {
  readonly precision: number;
  readonly recall: number;
  readonly suggested: number;
  readonly right: number;
  readonly wanted: number;
}

/** Scores the repositories that Refrain suggests for services. Also scores the links that Refrain finds with these suggestions. */
export function measureCatalogue({ seed: seeds }: SeedOptions) {
  const organisations = seeds.map((seed) => {
    const { world, truth } = generateOrganisation(seed);
    const { failures, changes } = parseOrganisation(world);
    const measured = (hidden: HiddenNames) => {
      const named = hideNames(world, failures, hidden);
      const input: CatalogueInput = {
        services: named.services,
        repositories: world.github.repositories.map(({ name }) => `${world.github.organisation}/${name}`),
        failures: named.failures,
        changes,
        files: [],
        decided: [],
      };
      const startedAt = performance.now();
      const drafts = suggestCatalogue(input);
      const ms = Math.round(performance.now() - startedAt);
      const confirmed = [...named.truth].map(([service, repository]): DecidedCatalogueEntry => {
        return { service, repository, path: null, environment: null, status: 'confirmed' };
      });
      const links = (catalogue: readonly DecidedCatalogueEntry[]) => {
        const observation = { failures: named.failures, changes };
        const { causedBy, resolvedBy, pairs } = scoreLinks(
          observation,
          linkFailures({ ...observation, corrections: [], catalogue }),
          truth,
        );
        return { causedBy, resolvedBy, pairs };
      };
      return { ...scoreCatalogue(drafts, named.truth), ms, links: { without: links([]), confirmed: links(confirmed) } };
    };
    return {
      seed,
      plain: measured('none'),
      disguised: measured('disguised'),
      services: measured('services'),
      texts: measured('texts'),
    };
  });
  return { organisations };
}

/** Scores suggested pairs of a service and a repository. In the truth, exactly one repository contains the code of each service. */
function scoreCatalogue(drafts: readonly CatalogueDraft[], truth: ReadonlyMap<string, string>): CatalogueScore {
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
