import type { FailureKind } from '@refrain/domain';

/** A failure as the analysis sees it: text, time and location. It names no person. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601; empty if unknown. */
  readonly occurredAt: string;
  readonly kind?: FailureKind;
  readonly services?: readonly string[];
  readonly repository?: string | null;
  readonly paths?: readonly string[];
}

/**
 * A document after normalisation: what varies between occurrences is masked, and what identifies the failure is kept.
 */
export interface NormalisedDocument {
  readonly id: string;
  /** Time of the failure in days since 1970; null if unknown. */
  readonly day: number | null;
  readonly masked: { readonly title: string; readonly text: string };
  /** Counts per stem or identifier. Words of the title count twice, except in the document of an episode. */
  readonly terms: ReadonlyMap<string, number>;
  /** Original spelling of each stem, for people to read. */
  readonly surfaces: ReadonlyMap<string, string>;
  /**
   * Lower-case letters and digits between single spaces, unmasked: the source of character n-grams. The parts that
   * `masked` omits are what identifies a log that was pasted twice.
   */
  readonly characters: string;
  /** Error classes, error codes and alert names, sorted. */
  readonly signature: readonly string[];
  /** Counts of the terms of a change's files: `path:…`, `folder:…`, `file:…` (file name) and `type:…` (extension). */
  readonly files: ReadonlyMap<string, number>;
  /** Counts of the terms `service:…` and `repository:…`. */
  readonly places: ReadonlyMap<string, number>;
}
