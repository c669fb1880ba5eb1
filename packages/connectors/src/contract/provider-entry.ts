import type {
  ConnectionScope,
  IssueLocation,
  ProviderDescriptor,
  RawRecord,
  RequestRules,
  TriggeredIncident,
} from '@refrain/domain';
import type { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import type { WriteLog } from '../writes/write-log.ts';
import type { ExistingItem, FailureSource, InScope, Observed } from './failure-source.ts';
import type { IncidentNotes } from './incident-notes.ts';
import type { IncidentOpening } from './incident-opening.ts';
import type { IssueTracker } from './issue-tracker.ts';
import type { AccountAddress, ConnectionAddress, ProviderOptions } from './provider-options.ts';
import type { PullChecks } from './pull-checks.ts';

export type StoredRecord = Pick<RawRecord, 'type' | 'payload'>;

/** The fields that a person fills in to connect an account. */
export interface GivenAccount {
  readonly account: string | null;
  readonly baseUrl: string | null;
  readonly region: string | null;
  readonly credential: string;
}

/** Support for accounts that can be connected. */
export interface AccountSupport {
  /**
   * Completes the address of an account. `account` may stay null if `verify` finds it.
   * @throws {AppError} `invalid_input` for what is missing or contradictory
   */
  resolve(given: GivenAccount): { readonly account: string | null; readonly baseUrl: string };
  /**
   * Opens the account.
   * @param log records the writes that set up webhooks; without it they are not recorded
   * @throws {AppError} `invalid_input` for an unusable base address or credential
   */
  createSource(
    connection: ConnectionAddress,
    credential: string,
    options: ProviderOptions,
    log?: WriteLog,
  ): FailureSource;
  /** Names a stream of a member of the scope, by which `findMoved` finds out whether the member still exists. */
  streamOf(member: InScope): string;
  /** Whether `pull` re-reads the failures that `touched` names. */
  readonly rereadsFailures?: boolean;
  /** Whether `verify` and `listInScope` cost so many requests that the watch calls them only in every sixth round. */
  readonly isCostlyToVerify?: boolean;
  /** Tells whether `listExisting` returns the version of each item of this stream. */
  listsVersions?(stream: string): boolean;
}

/** Support for events that the provider sends. */
export interface WebhookSupport {
  /** The largest body that is accepted. */
  readonly maxBytes: number;
  /**
   * Verifies a delivery over its raw body and returns the records to store, also if the event is not understood.
   * @param secrets the present one, and the former one while it is being replaced
   * @throws {AppError} `signature_invalid`
   */
  receive(delivery: WebhookDelivery, secrets: readonly string[]): RawRecord[];
  /** Lists the streams in which the provider has more than the event says. */
  listStaleStreams?(record: StoredRecord): string[];
  /** Whether the events cover all streams, so that a full sync every six hours is enough while they arrive. */
  readonly coversAllStreams?: boolean;
  /** Tells whether a signed event is about this account. */
  isOfAccount?(account: string, record: StoredRecord): boolean;
  /** Finds the member of the scope that an event names, with the name that it had then. */
  findMember?(record: StoredRecord): InScope | null;
}

/** Support for improvement issues. */
export interface IssueSupport {
  /**
   * @param log receives every write
   * @throws {AppError} `invalid_input` for an unusable base address or credential
   */
  createTracker(connection: AccountAddress, credential: string, log: WriteLog, options: ProviderOptions): IssueTracker;
  /** Lists the issues that an event changed. */
  listStaleIssues(record: StoredRecord): IssueLocation[];
}

/** Support for checks on open pull requests. */
export interface CheckSupport {
  /** @param log receives every write */
  createChecks(connection: AccountAddress, credential: string, log: WriteLog, options: ProviderOptions): PullChecks;
  /** Finds the open pull request that an event reports as new or changed. */
  findChangedPull(record: StoredRecord): { readonly repository: string; readonly number: number } | null;
  /** Finds the check that a person marked as unhelpful. */
  findUnhelpfulCheck(record: StoredRecord): { readonly id: string; readonly checkRunId: number } | null;
  /** Finds the check, or all checks of a commit, that a person asked to run again. */
  findRerequest(record: StoredRecord): { readonly id: string } | { readonly headSha: string } | null;
}

/** Support for notes on incidents that have just begun. */
export interface IncidentNoteSupport {
  /** @param log receives every write */
  createNotes(connection: AccountAddress, credential: string, log: WriteLog, options: ProviderOptions): IncidentNotes;
  /** Finds the incident that an event reports as triggered. */
  findTriggered(record: StoredRecord): TriggeredIncident | null;
  /**
   * Reads the monitoring tool's text of an incident.
   * @throws {AppError} for every response but 2xx
   */
  readOpening(
    connection: AccountAddress,
    credential: string,
    incidentId: string,
    options: ProviderOptions,
    signal: AbortSignal,
  ): Promise<IncidentOpening>;
}

/** Texts of `refrain connect <provider>`. What is absent comes from the descriptor. */
export interface CommandText {
  readonly description?: string;
  /** Flags and descriptions of options, by the name of their field. */
  readonly options?: Readonly<Record<string, { readonly flags: string; readonly description: string }>>;
  /** Names the content of the credential file, with an article: `the token`. */
  readonly credential?: string;
  /** Says in whole sentences how to get the credential. */
  readonly help?: string;
  /** Complete command lines. */
  readonly examples?: readonly string[];
}

/**
 * All that Refrain knows about one provider: the value of a provider folder's `index.ts`, and its entry in the registry. Only
 * `descriptor`, `readRecord` and `recordKeyOf` are required; the rest is what the provider supports.
 */
export interface ProviderEntry {
  readonly descriptor: ProviderDescriptor;
  readonly commandText?: CommandText;
  /**
   * Turns a stored payload into failures and changes, with people as roles. Pure.
   * @param scope what is imported: providers send events of everything
   * @throws {AppError} `invalid_input` if the payload does not have the form that its type promises
   */
  readRecord(record: StoredRecord, scope: ConnectionScope): Observed;
  /**
   * Returns the delivery key of an item's pulled record, without the part that tells its versions apart: the key is this, or
   * goes on with a slash.
   */
  recordKeyOf(identity: Pick<ExistingItem, 'kind' | 'externalId'>): string;
  /** Limits for each credential that all processes keep together; absent if the provider states none. */
  readonly limits?: RequestRules;
  /** Absent if its files are imported. */
  readonly account?: AccountSupport;
  readonly webhooks?: WebhookSupport;
  readonly issues?: IssueSupport;
  readonly checks?: CheckSupport;
  readonly incidentNotes?: IncidentNoteSupport;
  /** Lists the ids and names of services, by which catalogue files name them. */
  listServices?(
    connection: AccountAddress,
    credential: string,
    options: ProviderOptions,
    signal: AbortSignal,
  ): Promise<readonly InScope[]>;
}
