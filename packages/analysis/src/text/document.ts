import type { FailureKind } from '@refrain/domain';

/** A failure as the analysis sees it: what it says, when, and where. Nothing in it names a person. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601; an empty text where it is not known. */
  readonly occurredAt: string;
  readonly kind?: FailureKind;
  readonly services?: readonly string[];
  readonly repository?: string | null;
  readonly paths?: readonly string[];
}

/** A document after reading: what varies from one occurrence to the next is masked, what identifies is kept. */
export interface NormalisedDocument {
  readonly id: string;
  /** When it happened, in days since 1970; null where that is not known. */
  readonly day: number | null;
  readonly masked: { readonly title: string; readonly text: string };
  /** From stem or identifier to its count; words of the title count twice, but in the document of an event. */
  readonly terms: ReadonlyMap<string, number>;
  /** From a stem to the word as it was written, for people to read. */
  readonly surfaces: ReadonlyMap<string, string>;
  /**
   * Lower-case letters and digits between single spaces, unmasked: what character n-grams are cut from. A log that was
   * pasted twice is recognised by what `masked` leaves out.
   */
  readonly characters: string;
  /** Error classes, error codes and alert names, sorted. */
  readonly signature: readonly string[];
  /** The files of a change as terms: `path:…`, `folder:…`, `file:…` (its name), `type:…` (its extension); from term to count. */
  readonly files: ReadonlyMap<string, number>;
  /** Services and repository as terms: `service:…`, `repository:…`; from term to count. */
  readonly places: ReadonlyMap<string, number>;
}
