import type { CatalogueEntry, CatalogueFact, Change, Failure } from '@refrain/domain';

export type CatalogueFailure = Pick<
  Failure,
  'kind' | 'title' | 'text' | 'services' | 'repository' | 'occurredAt' | 'resolvedAt' | 'precision' | 'isFailure'
>;
export type CatalogueChange = Pick<Change, 'kind' | 'repository' | 'environment' | 'occurredAt' | 'paths'>;

/** The input of the suggestions. The order within the lists does not matter. */
export interface CatalogueInput {
  /** Names of services as the provider has them. */
  readonly services: readonly string[];
  /** Repositories that have changes; values other than `owner/name` are ignored. */
  readonly repositories: readonly string[];
  readonly failures: readonly CatalogueFailure[];
  readonly changes: readonly CatalogueChange[];
  /** Facts from catalogue files. */
  readonly files: readonly CatalogueFact[];
  /** Decisions of people. */
  readonly decided: readonly Pick<CatalogueEntry, 'service' | 'repository' | 'status'>[];
}

/** A reason for a pair, and what it adds to the log-odds. */
export interface CatalogueSignal {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}
