import type {
  ConnectFormField,
  ConnectionScope,
  IssueLocation,
  NewIncident,
  ProviderDescriptor,
  ProviderRateLimits,
  RawRecord,
} from '@refrain/domain';
import type { WebhookDelivery } from '../webhooks/webhook-event.ts';
import type { WriteLog } from '../writes/write-log.ts';
import type { FailureSource, ParsedPayload, ProviderItem, RepositoryOrService } from './failure-source.ts';
import type { IncidentNoteWriter } from './incident-note-writer.ts';
import type { IssueTracker } from './issue-tracker.ts';
import type { AccountLocator, ConnectionLocator, ProviderOptions } from './provider-options.ts';
import type { PullRequestCheckWriter } from './pull-request-check-writer.ts';

export type StoredRecord = Pick<RawRecord, 'type' | 'payload'>;

export interface EnteredAccount {
  readonly account: string | null;
  readonly baseUrl: string | null;
  readonly region: string | null;
  readonly credential: string;
}

export interface AccountSupport {
  /**
   * Completes the account that a person entered, or throws `invalid_input`. `account` may stay null if `verify` can
   * find it.
   */
  resolve(given: EnteredAccount): { readonly account: string | null; readonly baseUrl: string };
  /**
   * Creates a source, which logs the writes that set up webhooks. Throws `invalid_input` for an unusable base URL or
   * credential.
   */
  createSource(
    connection: ConnectionLocator,
    credential: string,
    options: ProviderOptions,
    log?: WriteLog,
  ): FailureSource;
  /**
   * Returns the name of a stream of a repository or service, for asking `findMoved` whether the member still exists.
   */
  streamOf(member: RepositoryOrService): string;
  /** Whether `pull` supports `staleIds`, the ids of failures to read again. */
  readonly rereadsFailures?: boolean;
  /** Whether `verify` and `listInScope` need so many requests that they are called only in every sixth health check. */
  readonly isCostlyToVerify?: boolean;
  listsVersions?(stream: string): boolean;
}

export interface WebhookSupport {
  readonly maxBytes: number;
  /** Returns the records to store, or throws `signature_invalid`. `secrets` may include a replaced secret. */
  receive(delivery: WebhookDelivery, secrets: readonly string[]): RawRecord[];
  /** Lists the streams to sync after an event, because the provider has details that the event lacks. */
  listStaleStreams?(record: StoredRecord): string[];
  /** Whether the events cover all streams. If so, a full sync every six hours is enough while events arrive. */
  readonly coversAllStreams?: boolean;
  isOfAccount?(account: string, record: StoredRecord): boolean;
  /** Returns the repository or service of an event, with its name at the time of the event. */
  findMember?(record: StoredRecord): RepositoryOrService | null;
}

/** Opens a writer for an account. Throws `invalid_input` for an unusable base URL or credential. */
export type CreateProviderWriter<Writer> = (
  connection: AccountLocator,
  credential: string,
  log: WriteLog,
  options: ProviderOptions,
) => Writer;

export interface IssueSupport {
  readonly createTracker: CreateProviderWriter<IssueTracker>;
  listStaleIssues(record: StoredRecord): IssueLocation[];
}

export interface PullRequestCheckSupport {
  readonly createChecks: CreateProviderWriter<PullRequestCheckWriter>;
  /** Returns the open pull request that an event reports as new or changed; null for other events. */
  findChangedPull(record: StoredRecord): IssueLocation | null;
  /** Returns the check that a person marked as unhelpful; null for other events. */
  findUnhelpfulCheck(record: StoredRecord): { readonly id: string; readonly checkRunId: number } | null;
  /** Returns the check or commit for which a person requested to run the checks again; null for other events. */
  findRerequest(record: StoredRecord): { readonly id: string } | { readonly headSha: string } | null;
}

export interface IncidentNoteSupport {
  readonly createNotes: CreateProviderWriter<IncidentNoteWriter>;
  /** Returns the incident that an event reports as triggered; null for other events. */
  findTriggered(record: StoredRecord): NewIncident | null;
  /**
   * Returns the description and details of the alerts, with people replaced by roles. Throws for every response except
   * 2xx.
   */
  readAlertText(
    connection: AccountLocator,
    credential: string,
    incidentId: string,
    options: ProviderOptions,
    signal: AbortSignal,
  ): Promise<string>;
}

/** Texts of the command `refrain connect <provider>`. Missing texts are taken from the descriptor. */
export interface ConnectCommandText {
  readonly description?: string;
  readonly options?: Readonly<Record<string, { readonly flags: string; readonly description: string }>>;
  /** Noun for the content of the credential file, with an article: `the token`. */
  readonly credential?: string;
  readonly help?: string;
  readonly examples?: readonly string[];
}

/** Everything specific to one provider. Fields are absent if the provider does not support the feature. */
export interface ProviderEntry {
  readonly descriptor: ProviderDescriptor;
  readonly commandText?: ConnectCommandText;
  /** Parses a record, and replaces people by roles. Events outside the scope are irrelevant. Throws `invalid_input`. */
  readRecord(record: StoredRecord, scope: ConnectionScope): ParsedPayload;
  /**
   * Returns the delivery key of an item's records. The keys of some records also have a slash and a version at the end.
   */
  recordKeyOf(identity: Pick<ProviderItem, 'kind' | 'externalId'>): string;
  /** Rate limits per credential across all processes; absent if the provider documents none. */
  readonly limits?: ProviderRateLimits;
  /** How accounts are connected and read; absent for providers whose files are imported. */
  readonly account?: AccountSupport;
  readonly webhooks?: WebhookSupport;
  readonly issues?: IssueSupport;
  readonly checks?: PullRequestCheckSupport;
  readonly incidentNotes?: IncidentNoteSupport;
  /** Lists the services of the account, which catalogue files refer to by id or name. */
  listServices?(
    connection: AccountLocator,
    credential: string,
    options: ProviderOptions,
    signal: AbortSignal,
  ): Promise<readonly RepositoryOrService[]>;
}

/** Creates a field of the form for connecting an account. The default is an optional text field. */
export function createConnectFormField(
  given: Pick<ConnectFormField, 'name' | 'label'> & Partial<ConnectFormField>,
): ConnectFormField {
  return {
    kind: 'text',
    description: null,
    placeholder: null,
    isRequired: false,
    isAdvanced: false,
    options: [],
    credentialPart: null,
    ...given,
  };
}
