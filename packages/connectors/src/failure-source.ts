import type {
  ChangeDraft,
  ChangeKind,
  ConnectionHealth,
  ConnectionScope,
  FailureDraft,
  FailureKind,
  FailureNews,
  Instant,
  Provider,
  RawRecord,
} from '@refrain/domain';

/** Which page of a stream is wanted. */
export interface PageRequest {
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
  /** What the first page of the pass before gave as `validator`; a provider that knows it answers that nothing changed. */
  readonly validator?: string | null;
  /** Given with a sync's first page: external ids of failures to be read again, since the provider has news of them. */
  readonly touched?: readonly string[];
}

export interface Page {
  readonly records: RawRecord[];
  /** Where to go on; null when the stream is drained. */
  readonly next: string | null;
  /** Records that the whole stream is expected to give; null where the provider does not say. */
  readonly expected: number | null;
  /** Names the state of the list, for the next pass; given with a first page, where the provider has such a thing. */
  readonly validator?: string | null;
}

/** Something that exists at the provider and is wanted, by the identity under which it is stored. */
export interface ExistingItem {
  readonly kind: FailureKind | ChangeKind;
  readonly externalId: string;
  /** The instant by which it belongs to a day. */
  readonly at: Instant;
  /** Of its last change, where the list tells that: what is stored in an older version is out of date. */
  readonly version?: Instant;
}

export interface ExistingRequest {
  readonly stream: string;
  /** Included. */
  readonly since: Instant;
  /** Excluded. */
  readonly until: Instant;
  readonly cursor: string | null;
}

export interface ExistingPage {
  readonly items: readonly ExistingItem[];
  readonly next: string | null;
}

/** A file in which a repository says which services run from it. */
export interface CatalogueText {
  readonly path: string;
  readonly text: string;
}

/** Where the provider is to send its events, and what is known of the subscription. */
export interface WantedWebhook {
  /** The last part of its path is a key of this connection alone, by which the same is known at an address it had before. */
  readonly url: string;
  /** Signs the deliveries; null where the provider makes the secret. */
  readonly secret: string | null;
  /** The provider's id of the subscription that is there; null where none is known. */
  readonly id: string | null;
  /** Whether a signed delivery has arrived at this address yet. */
  readonly heard: boolean;
  /**
   * A new secret was asked for, and nothing counts as heard: it has to be told, or, where the provider makes it, another
   * subscription takes the place of the one that is there.
   */
  readonly isSecretDue?: boolean;
}

export interface EnsuredWebhook {
  readonly id: string | null;
  readonly state: 'silent' | 'active' | 'disabled' | 'refused';
  /** What is wrong and what to do; null where nothing is. */
  readonly problem: string | null;
  /** A secret that the provider made just now and never tells again; null otherwise. */
  readonly secret: string | null;
  /** It is made anew, has another address, or was off and is on again: that it was heard before says nothing any more. */
  readonly isUnheard?: true;
  /** The secret that was due is told, as far as the credential may, and `id` knows who has yet to take it: also of a refusal. */
  readonly isSecretTold?: true;
}

/** A repository or service that is taken in. */
export interface InScope {
  /** The provider's own, which a new name leaves as it is. */
  readonly id: string;
  /** `owner/name`, or the service's name. */
  readonly name: string;
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
  /**
   * The repositories or services that the credential sees and that are in scope; with those of these ids that bear a name
   * now which the scope does not match. Sorted by name.
   */
  listInScope(scope: ConnectionScope, known: ReadonlySet<string>, signal: AbortSignal): Promise<InScope[]>;
  /** One page. Asking twice with the same cursor is safe: the records' delivery keys are the same. */
  pull(request: PageRequest, signal: AbortSignal): Promise<Page>;
  /** What of a stream exists between two instants: the other side of the books that completeness is checked by. */
  listExisting(request: ExistingRequest, signal: AbortSignal): Promise<ExistingPage>;
  /**
   * Where a stream that is no longer listed goes on: its new name after a rename, null where it is gone or hidden from the
   * credential.
   */
  findMoved(stream: string, signal: AbortSignal): Promise<string | null>;
  /**
   * Makes the subscription to the provider's events be there, be enabled and point to the address; asks for a ping while
   * nothing was heard. What the credential may not do is a state, not an error.
   */
  ensureWebhook(wanted: WantedWebhook, signal: AbortSignal): Promise<EnsuredWebhook>;
  /** What a repository says of itself (`catalogue/`); none where the provider has no repositories. */
  listCatalogueFiles(repository: string, signal: AbortSignal): Promise<CatalogueText[]>;
  /**
   * Asks the provider to send again what it could not deliver since then.
   * @returns how many were asked for again; 0 where the provider has no such thing
   */
  redeliver(webhook: { readonly id: string; readonly since: Instant }, signal: AbortSignal): Promise<number>;
}

/** What one record says. `irrelevant` is a record that is understood, or of a foreign kind, and says nothing of failures. */
export interface Observed {
  readonly outcome: 'stored' | 'irrelevant';
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
  /**
   * Failures of which the provider has more to tell than this. Where one of them is among `failures` too, that draft is a
   * part: it takes nothing back of what is known.
   */
  readonly news?: readonly FailureNews[];
  /** It was read from where something is left out: news that there are of its failures are still to be asked for. */
  readonly leavesNews?: true;
}

export const irrelevant: Observed = { outcome: 'irrelevant', failures: [], changes: [] };

/**
 * What a webhook says, marked as a moment older than it is: it says less than the pulled record of the same version, with
 * its files, parents, alerts and notes, and must not overwrite it.
 */
export function beforePulled(observed: Observed): Observed {
  const momentBefore = (instant: Instant): Instant => new Date(Date.parse(instant) - 1).toISOString();
  return {
    ...observed,
    failures: observed.failures.map((failure) => ({ ...failure, version: momentBefore(failure.version) })),
    changes: observed.changes.map((change) => ({ ...change, version: momentBefore(change.version) })),
  };
}
