import type { CatalogueEntry, CatalogueStatement, Change, Failure } from '@refrain/domain';

export type CatalogueFailure = Pick<
  Failure,
  'kind' | 'title' | 'text' | 'services' | 'repository' | 'occurredAt' | 'resolvedAt' | 'precision' | 'isFailure'
>;
export type CatalogueChange = Pick<Change, 'kind' | 'repository' | 'environment' | 'occurredAt' | 'paths'>;

export interface CatalogueInput {
  /** Names of services as the provider spells them. */
  readonly services: readonly string[];
  /** Names of repositories with changes. Names that are not of the form `owner/name` are ignored. */
  readonly repositories: readonly string[];
  readonly failures: readonly CatalogueFailure[];
  readonly changes: readonly CatalogueChange[];
  /** Facts from catalogue files such as `catalog-info.yaml`. */
  readonly files: readonly CatalogueStatement[];
  /** People's decisions on earlier suggestions. */
  readonly decided: readonly Pick<CatalogueEntry, 'service' | 'repository' | 'status'>[];
}

/** A reason to assume that a repository contains a service's code; `value` is in log-odds. */
export interface CatalogueSignal {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}
