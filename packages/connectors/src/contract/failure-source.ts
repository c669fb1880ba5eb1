import type {
  ChangeDraft,
  ChangeKind,
  ConnectionHealth,
  ConnectionScope,
  FailureDraft,
  FailureKind,
  Instant,
  Provider,
  RawRecord,
  StaleFailure,
} from '@refrain/domain';

export interface StreamPageRequest {
  readonly stream: string;
  /** The `next` of the previous page of this stream; null for the first page. */
  readonly cursor: string | null;
  /** Start of the requested period, before which records may be omitted. Null requests the full history. */
  readonly since: Instant | null;
  /**
   * Returns which of these delivery keys are already stored. If present, the source may read further back than `since`,
   * omit stored records, and stop at a page with stored records only. Absent in a backfill.
   */
  readonly findKnown?: (deliveryKeys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** `validator` of the previous read of the stream. With it, the provider can report that nothing changed. */
  readonly validator?: string | null;
  /** Ids of failures to read again because they changed. Given for the first page of a sync. */
  readonly staleIds?: readonly string[];
}

export interface Page {
  readonly records: RawRecord[];
  readonly next: string | null;
  /** Estimated number of records in the whole stream; null if the provider does not report it. */
  readonly expected: number | null;
  /** Version of the list, such as an ETag, for the next read of the stream. Only the first page can have one. */
  readonly validator?: string | null;
}

/** An item at the provider, with the identity under which Refrain stores it. */
export interface ProviderItem {
  readonly kind: FailureKind | ChangeKind;
  readonly externalId: string;
  /** Time by which the completeness check assigns the item to a day. */
  readonly at: Instant;
  /** Time of the last change, if the provider lists it. A stored version that is older than this time is stale. */
  readonly version?: Instant;
}

export interface ProviderItemsRequest {
  readonly stream: string;
  /** Start of the period, inclusive. */
  readonly since: Instant;
  /** End of the period, exclusive. */
  readonly until: Instant;
  readonly cursor: string | null;
}

export interface ProviderItemsPage {
  readonly items: readonly ProviderItem[];
  readonly next: string | null;
}

export interface CatalogueFile {
  readonly path: string;
  readonly text: string;
}

/** The webhook that a connection needs, and what is known about the present subscription. */
export interface DesiredWebhook {
  /**
   * URL to which the provider sends events. Its last segment is the connection's key, by which Refrain finds old
   * subscriptions.
   */
  readonly url: string;
  /** Secret for signing deliveries; null if the provider creates the secret. */
  readonly secret: string | null;
  /** The provider's id of the present subscription; null if unknown. */
  readonly id: string | null;
  /** Whether a signed delivery has arrived at this URL. */
  readonly hasReceived: boolean;
  /**
   * Whether the subscription needs a new secret. If the provider creates secrets, a new subscription replaces the
   * present one. Deliveries from before the new secret do not count as received.
   */
  readonly isSecretDue?: boolean;
}

export interface EnsuredWebhook {
  readonly id: string | null;
  readonly state: 'silent' | 'active' | 'disabled' | 'refused';
  readonly problem: string | null;
  /** A secret that the provider has created and shows only once; null otherwise. */
  readonly secret: string | null;
  /** Set if the subscription was recreated, moved or re-enabled. Deliveries before that do not prove that it works. */
  readonly resetsReceived?: true;
  /** Set if the new secret was sent to all subscriptions; those that rejected the secret are then also in `id`. */
  readonly isSecretShared?: true;
}

export interface RepositoryOrService {
  /** The provider's id, which does not change when the repository or service is renamed. */
  readonly id: string;
  /** `owner/name` of a repository, or name of a service. */
  readonly name: string;
  /** The teams that own a service; absent if the provider names none. */
  readonly teams?: readonly string[];
}

/** Reads a connected account, with one request at a time and within rate limits. Errors contain no credential. */
export interface FailureSource {
  readonly provider: Provider;
  verify(signal: AbortSignal): Promise<ConnectionHealth>;
  /** Lists the streams of the account, which can be read independently, in alphabetical order. */
  listStreams(scope: ConnectionScope, signal: AbortSignal): Promise<string[]>;
  /**
   * Lists the repositories or services that the credential can see and that are in scope or have a known id, sorted by
   * name.
   */
  listInScope(scope: ConnectionScope, known: ReadonlySet<string>, signal: AbortSignal): Promise<RepositoryOrService[]>;
  /** Reads one page of a stream. Repeating a cursor yields the same delivery keys. */
  pull(request: StreamPageRequest, signal: AbortSignal): Promise<Page>;
  /** Lists the items of a stream in a period, for the completeness check. */
  listExisting(request: ProviderItemsRequest, signal: AbortSignal): Promise<ProviderItemsPage>;
  /** Returns the new name of a stream that is no longer listed; null if it was deleted or hidden. */
  findMoved(stream: string, signal: AbortSignal): Promise<string | null>;
  /** Ensures that webhook events arrive. Does not throw for a missing permission. Absent if there are no webhooks. */
  ensureWebhook?(wanted: DesiredWebhook, signal: AbortSignal): Promise<EnsuredWebhook>;
  /** Returns the catalogue files of a repository. Absent if the provider has no repositories. */
  listCatalogueFiles?(repository: string, signal: AbortSignal): Promise<CatalogueFile[]>;
  /** Requests redelivery of webhooks that failed after `since`, and returns their number. Absent if unsupported. */
  redeliver?(webhook: { readonly id: string; readonly since: Instant }, signal: AbortSignal): Promise<number>;
}

/** Failures and changes of a record. An `irrelevant` record, such as one of an unknown kind, has none. */
export interface ParsedPayload {
  readonly outcome: 'stored' | 'irrelevant';
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
  /**
   * Failures for which the provider has details that this record lacks. Their drafts in `failures` are partial, so
   * applying them removes no stored data.
   */
  readonly staleFailures?: readonly StaleFailure[];
  /** Set if the record is incomplete, so that its failures must be read again. */
  readonly leavesStale?: true;
}

export const irrelevantParsedPayload: ParsedPayload = { outcome: 'irrelevant', failures: [], changes: [] };

/**
 * Lowers the versions of an event's drafts, so that drafts from the provider's API replace them: those have more
 * details, such as files.
 */
export function lowerEventVersions(observed: ParsedPayload): ParsedPayload {
  const justBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();
  return {
    ...observed,
    failures: observed.failures.map((failure) => ({ ...failure, version: justBefore(failure.version) })),
    changes: observed.changes.map((change) => ({ ...change, version: justBefore(change.version) })),
  };
}
