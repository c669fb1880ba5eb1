import type { Change, Failure } from '@refrain/domain';
import { generateOrganisation, type Truth } from '@refrain/sample-org';
import { hideNames } from '../organisations/hide-names.ts';
import { type ParsedRecords, parseOrganisation } from '../organisations/parse-organisation.ts';

/**
 * Variants of an organisation, in order: unchanged; five times as many changes; incidents with only a title; services with code names that
 * no text contains.
 */
export const organisationVariants = ['plain', 'busy', 'withoutText', 'renamed'] as const;
export type OrganisationVariant = (typeof organisationVariants)[number];

const manyChanges = 15_000;

export interface OrganisationWithTruth extends ParsedRecords {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly truth: Truth;
}

export function parseOrganisationVariant(seed: number, variant: OrganisationVariant): OrganisationWithTruth {
  const { world, truth, postMortems } = generateOrganisation(seed, variant === 'busy' ? { changes: manyChanges } : {});
  const { failures, changes } = parseOrganisation(world, postMortems);
  if (variant === 'renamed') return { failures: hideNames(world, failures, 'texts').failures, changes, truth };
  const withoutText = (failure: Failure): Failure => (failure.kind === 'incident' ? { ...failure, text: '' } : failure);
  return { failures: variant === 'withoutText' ? failures.map(withoutText) : failures, changes, truth };
}
