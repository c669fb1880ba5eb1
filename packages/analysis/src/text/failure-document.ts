import type { FailureKind } from '@refrain/domain';

/** The text, time and location of a failure, without personal names. */
export interface FailureDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When the failure occurred, in ISO 8601; empty if unknown. */
  readonly occurredAt: string;
  readonly kind?: FailureKind;
  readonly services?: readonly string[];
  readonly repository?: string | null;
  readonly paths?: readonly string[];
  /** False for a revert whose messages state no harm, unless a person confirmed that something failed. */
  readonly isHarmKnown?: boolean;
}

export interface NormalisedDocument {
  readonly id: string;
  /** Time of the failure in days since 1970; null if unknown. */
  readonly day: number | null;
  readonly masked: { readonly title: string; readonly text: string };
  /** Counts of stems and identifiers. Words of a title count twice, except in the document of a whole episode. */
  readonly terms: ReadonlyMap<string, number>;
  /** Maps each stem or identifier to its original spelling. */
  readonly surfaces: ReadonlyMap<string, string>;
  /**
   * Unmasked text for character n-grams. It contains values such as ids, which show that the same log was pasted twice.
   */
  readonly characters: string;
  /** Error classes, error codes and alert names in the text, sorted. */
  readonly signature: readonly string[];
  /** Counts of `path:…`, `folder:…`, `file:…` (file name) and `type:…` (extension) for the changed files. */
  readonly files: ReadonlyMap<string, number>;
  /** Counts of `service:…` and `repository:…` for the services and the repository of the failure. */
  readonly places: ReadonlyMap<string, number>;
}
