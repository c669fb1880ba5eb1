import type {
  ChangeDraft,
  ConnectionHealth,
  ConnectionScope,
  FailureDraft,
  Instant,
  Provider,
  RawRecord,
} from '@refrain/domain';

export interface PullRequest {
  /** One of those that `listStreams` gave. */
  readonly stream: string;
  /** What the last page gave as `next`; null starts the stream anew. Opaque, and valid for this stream only. */
  readonly cursor: string | null;
  /** Nothing older is wanted; null = everything the provider still has. A page may hold older records than this. */
  readonly since: Instant | null;
  /**
   * Given for a sync: which of these delivery keys are stored already. A source may look further back than `since` then,
   * leave out what is known, and end where a whole page is.
   */
  readonly findKnown?: (deliveryKeys: readonly string[]) => Promise<ReadonlySet<string>>;
}

export interface Page {
  readonly records: RawRecord[];
  /** Where to go on; null when the stream is drained. */
  readonly next: string | null;
  /** Records that the whole stream is expected to give; null where the provider does not say. */
  readonly expected: number | null;
}

/**
 * Where failures come from. Every method asks the provider serially, keeps to its rate limits, and throws `AppError`s
 * which never hold the credential.
 */
export interface FailureSource {
  readonly provider: Provider;
  /** Who the credential is to the provider, and what it may see. */
  verify(signal: AbortSignal): Promise<ConnectionHealth>;
  /** The independent parts of a backfill, each with its own cursor; sorted. */
  listStreams(scope: ConnectionScope, signal: AbortSignal): Promise<string[]>;
  /** One page. Asking twice with the same cursor is safe: the records' delivery keys are the same. */
  pull(request: PullRequest, signal: AbortSignal): Promise<Page>;
}

/** What one record says. `irrelevant` is a record that is understood, or of a foreign kind, and says nothing of failures. */
export interface Observed {
  readonly outcome: 'stored' | 'irrelevant';
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
}

export const irrelevant: Observed = { outcome: 'irrelevant', failures: [], changes: [] };

/**
 * What a webhook says, marked as a moment older than it is: it says less than the pulled record of the same version, with
 * its files, parents, alerts and notes, and must not overwrite it.
 */
export function beforePulled(observed: Observed): Observed {
  const momentBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();
  return {
    outcome: observed.outcome,
    failures: observed.failures.map((failure) => ({ ...failure, version: momentBefore(failure.version) })),
    changes: observed.changes.map((change) => ({ ...change, version: momentBefore(change.version) })),
  };
}
