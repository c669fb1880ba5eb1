import type { CatalogueEntry, CatalogueFact, Change, Failure } from '@refrain/domain';

export type CatalogueFailure = Pick<
  Failure,
  'kind' | 'title' | 'text' | 'services' | 'repository' | 'occurredAt' | 'resolvedAt' | 'precision' | 'isFailure'
>;
export type CatalogueChange = Pick<Change, 'kind' | 'repository' | 'environment' | 'occurredAt' | 'paths'>;

/** What suggestions are made from. The order within the lists does not matter. */
export interface CatalogueInput {
  /** Names of services as the provider has them. */
  readonly services: readonly string[];
  /** Where changes are; what is no `owner/name` is left out. */
  readonly repositories: readonly string[];
  readonly failures: readonly CatalogueFailure[];
  readonly changes: readonly CatalogueChange[];
  /** What catalogue files say. */
  readonly files: readonly CatalogueFact[];
  /** What people decided. */
  readonly decided: readonly Pick<CatalogueEntry, 'service' | 'repository' | 'status'>[];
}

/** A reason for a pair, and what it adds to the log-odds. */
export interface CatalogueSignal {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}
