import type { FailureKind } from '@refrain/domain';

/** The text, time and location of a failure, without personal names. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When the failure occurred, in ISO 8601; empty if unknown. */
  readonly occurredAt: string;
  readonly kind?: FailureKind;
  readonly services?: readonly string[];
  readonly repository?: string | null;
  readonly paths?: readonly string[];
}

export interface NormalisedDocument {
  readonly id: string;
  /** Time of the failure in days since 1970; null if unknown. */
  readonly day: number | null;
  readonly masked: { readonly title: string; readonly text: string };
  /** Counts of stems and identifiers; words of a title count twice, except in an episode's document. */
  readonly terms: ReadonlyMap<string, number>;
  /** The original spelling of each stem or identifier. */
  readonly surfaces: ReadonlyMap<string, string>;
  /** The unmasked text for character n-grams; values that `masked` omits identify a log that was pasted twice. */
  readonly characters: string;
  /** Error classes, error codes and alert names, sorted. */
  readonly signature: readonly string[];
  /** Counts of the terms of a change's files: `path:…`, `folder:…`, `file:…` (file name) and `type:…` (extension). */
  readonly files: ReadonlyMap<string, number>;
  /** Counts of the terms `service:…` and `repository:…`. */
  readonly places: ReadonlyMap<string, number>;
}
