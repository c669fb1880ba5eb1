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

export interface PageRequest {
  /** A stream of `listStreams`. */
  readonly stream: string;
  /** The `next` of the page before; null starts from the beginning. Opaque, and valid for this stream only. */
  readonly cursor: string | null;
  /** Older records may be left out; null asks for everything that the provider still has. */
  readonly since: Instant | null;
  /**
   * Returns which of these delivery keys are stored already. Passed for a sync: the source may then look further back
   * than `since`, leave out known records, and stop at a page that is known entirely.
   */
  readonly findKnown?: (deliveryKeys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The `validator` of the previous pass, as an ETag. The provider may answer that nothing changed since. */
  readonly validator?: string | null;
  /**
   * External ids of failures that changed at the provider and must be read again. Passed with the first page of a sync.
   */
  readonly touched?: readonly string[];
}

export interface Page {
  readonly records: RawRecord[];
  /** The cursor of the next page; null on the last page. */
  readonly next: string | null;
  /** How many records the whole stream has; null if the provider does not say. */
  readonly expected: number | null;
  /** Identifies the state of the list for the next pass, as an ETag. Given with the first page, if the provider has one. */
  readonly validator?: string | null;
}

/** An item in scope at the provider, with the identity under which it is stored. */
export interface ExistingItem {
  readonly kind: FailureKind | ChangeKind;
  readonly externalId: string;
  /** The instant that assigns it to a day. */
  readonly at: Instant;
  /** When it changed last, if the list says so. A stored older version is stale. */
  readonly version?: Instant;
}

export interface ExistingRequest {
  readonly stream: string;
  /** Inclusive. */
  readonly since: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly cursor: string | null;
}

export interface ExistingPage {
  readonly items: readonly ExistingItem[];
  readonly next: string | null;
}

/** A file in which a repository lists the services that run from it. */
export interface CatalogueText {
  readonly path: string;
  readonly text: string;
}

/** The address for the provider's events, and the known state of the subscription. */
export interface WantedWebhook {
  /** The last part of its path is a key of this connection, which identifies its subscription under a former address. */
  readonly url: string;
  /** Signs the deliveries; null if the provider creates the secret. */
  readonly secret: string | null;
  /** The provider's id of the present subscription; null if none is known. */
  readonly id: string | null;
  /** Whether a signed delivery has arrived at this address yet. */
  readonly hasReceived: boolean;
  /**
   * Whether a new secret was requested. It has to be sent to the provider; if the provider creates it, a new subscription
   * replaces the present one. Earlier deliveries do not count as received.
   */
  readonly isSecretDue?: boolean;
}

export interface EnsuredWebhook {
  readonly id: string | null;
  readonly state: 'silent' | 'active' | 'disabled' | 'refused';
  /** The problem and its remedy; null if there is none. */
  readonly problem: string | null;
  /** A secret that the provider has just created and shows only once; null otherwise. */
  readonly secret: string | null;
  /** Set if it was recreated, moved or re-enabled, so that earlier deliveries prove nothing. */
  readonly resetsReceived?: true;
  /** Set if the due secret was sent as far as the credential permits. `id` records which subscriptions still lack it. */
  readonly isSecretShared?: true;
}

/** A repository or service that is imported. */
export interface InScope {
  /** The provider's own id, which a rename does not change. */
  readonly id: string;
  /** `owner/name`, or the service's name. */
  readonly name: string;
}

/**
 * Reads a connected account. Every method sends its requests serially and within the rate limits, and throws `AppError`s that
 * never contain the credential.
 */
export interface FailureSource {
  readonly provider: Provider;
  /** Returns the account of the credential, and what the credential may see. */
  verify(signal: AbortSignal): Promise<ConnectionHealth>;
  /** Lists the independent parts of a backfill, sorted. */
  listStreams(scope: ConnectionScope, signal: AbortSignal): Promise<string[]>;
  /**
   * Lists the visible repositories or services in scope, sorted by name. Those with a known id are included even if the scope
   * does not match their present name.
   */
  listInScope(scope: ConnectionScope, known: ReadonlySet<string>, signal: AbortSignal): Promise<InScope[]>;
  /** Returns one page. The same cursor returns records with the same delivery keys. */
  pull(request: PageRequest, signal: AbortSignal): Promise<Page>;
  /** Lists what exists in a stream between two instants, for the completeness check. */
  listExisting(request: ExistingRequest, signal: AbortSignal): Promise<ExistingPage>;
  /**
   * Finds where a stream that is no longer listed continues: its new name after a rename, null if it is gone or hidden from
   * the credential.
   */
  findMoved(stream: string, signal: AbortSignal): Promise<string | null>;
  /**
   * Creates, enables or corrects the subscription to the provider's events, and asks for a ping while no delivery has
   * arrived. A missing permission is a state, not an error. Absent if the provider sends no webhooks.
   */
  ensureWebhook?(wanted: WantedWebhook, signal: AbortSignal): Promise<EnsuredWebhook>;
  /** Lists the catalogue files of a repository (`catalogue/`). Absent if the provider has no repositories. */
  listCatalogueFiles?(repository: string, signal: AbortSignal): Promise<CatalogueText[]>;
  /**
   * Asks the provider to redeliver what it could not deliver since then. Absent if the provider cannot be asked.
   * @returns how many redeliveries were requested
   */
  redeliver?(webhook: { readonly id: string; readonly since: Instant }, signal: AbortSignal): Promise<number>;
}

/** The failures and changes of one record. An `irrelevant` record is understood, or of an unknown kind, and has neither. */
export interface Observed {
  readonly outcome: 'stored' | 'irrelevant';
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
  /**
   * Failures of which the provider has more than this record says. If one of them is among `failures` too, that draft is
   * partial and removes nothing that is stored.
   */
  readonly staleFailures?: readonly StaleFailure[];
  /** Set if the record leaves something out, so that its failures stay due to be read again. */
  readonly leavesStale?: true;
}

export const irrelevant: Observed = { outcome: 'irrelevant', failures: [], changes: [] };

/**
 * Makes the drafts of a webhook a millisecond older. A webhook says less than the pulled record of the same version, with its
 * files, parents, alerts and notes, and must not overwrite it.
 */
export function beforePulled(observed: Observed): Observed {
  const justBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();
  return {
    ...observed,
    failures: observed.failures.map((failure) => ({ ...failure, version: justBefore(failure.version) })),
    changes: observed.changes.map((change) => ({ ...change, version: justBefore(change.version) })),
  };
}
