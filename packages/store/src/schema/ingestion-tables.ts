import type {
  ConnectionScope,
  ConnectionStatus,
  ErrorCode,
  Instant,
  Provider,
  StreamProgress,
  WebhookState,
} from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A JSON column, read as its value and written as text. */
export type Json<T> = ColumnType<T, string, string>;

interface ConnectionTable {
  id: string;
  provider: Provider;
  account: string;
  baseUrl: string | null;
  scope: Json<ConnectionScope>;
  status: ConnectionStatus;
  statusReason: string | null;
  credential: Buffer | null;
  webhookSecret: Buffer | null;
  /** The previous webhook secret, which is valid for some time after `webhookRotatedAt`. */
  formerWebhookSecret: Buffer | null;
  webhookRotatedAt: Instant | null;
  webhook: ColumnType<WebhookState, string | undefined, string>;
  /** Redelivery was requested for all webhook deliveries that failed before this time. */
  redeliveredUntil: Instant | null;
  webhookId: string | null;
  /** The secret part of the webhook's URL. */
  webhookKey: Generated<string>;
  createdAt: GeneratedAlways<Instant>;
}

/** Names of people that are redacted from texts. Nothing else about a person is stored. */
interface PersonNameTable {
  connectionId: string;
  name: string;
  /** Whether the name was redacted from the texts that were stored before the name became known. */
  applied: Generated<boolean>;
  /** Whether only the exact phrase is redacted, because the words of the name are ordinary. True until `applied`. */
  isPhrase: Generated<boolean>;
  /** Increases in the order of insertion. */
  sequence: GeneratedAlways<string>;
}

interface StreamTable {
  connectionId: string;
  stream: string;
  cursor: string | null;
  since: Instant | null;
  state: Generated<StreamProgress['state']>;
  records: Generated<number>;
  expected: number | null;
  problem: string | null;
  updatedAt: Generated<Instant>;
  startedAt: Generated<Instant>;
  /** The latest time at which a webhook announced something new. */
  staleAt: Instant | null;
  /** Numbers of records per tick, newest first. `recentTick` is the number of the first tick. */
  recent: Generated<number[]>;
  recentTick: Generated<number>;
  /** The earliest start that a person requested in any pass; null means all history. */
  reachesBackTo: Instant | null;
  checkedUntil: Instant | null;
  checkDueAt: Instant | null;
  refilledAt: Instant | null;
  /** How often the same missing records were requested without success. */
  refills: Generated<number>;
  /** A digest of the ids of missing records at the latest request. */
  missing: string | null;
}

/** The repositories or services of a connection's scope, by their ids at the provider. */
interface ScopeMemberTable {
  connectionId: string;
  id: string;
  name: string;
  state: 'present' | 'gone' | 'former';
}

interface FormerNameTable {
  connectionId: string;
  former: string;
  present: string;
  /** When another repository was found under the former name; null if none was. */
  takenAt: Instant | null;
}

/** Maps the id that a row would have by its repository's current name (`alias`) to the id that it has. */
interface RowAliasTable {
  alias: string;
  id: string;
  connectionId: string;
}

interface ConnectionProblemTable {
  connectionId: string;
  subject: string;
  problem: string;
}

interface InboxTable {
  id: GeneratedAlways<string>;
  connectionId: string;
  source: string;
  type: string;
  deliveryKey: string;
  /** The encrypted record; null after its expiry. */
  payload: Buffer | null;
  /** The size of the payload as JSON text. */
  payloadBytes: number;
  receivedAt: GeneratedAlways<Instant>;
  /** Why the record could not be parsed; null if it was parsed or is unprocessed. */
  problem: string | null;
}

/** Ids of the unprocessed records in the inbox. */
interface InboxWaitingTable {
  id: string;
  connectionId: string;
  since: GeneratedAlways<Instant>;
}

interface DeadJobTable {
  id: string;
  queue: string;
  name: string;
  payload: Json<object>;
  connectionId: string | null;
  code: ErrorCode;
  problem: string;
  attempts: number;
  at: Generated<Instant>;
  replayRequestedAt: Instant | null;
}

interface CompletenessTable {
  connectionId: string;
  stream: string;
  day: string;
  existing: number;
  stored: number;
  checkedAt: Generated<Instant>;
}

interface AppRegistrationTable {
  state: string;
  wanted: Json<unknown>;
  app: Buffer | null;
  createdAt: GeneratedAlways<Instant>;
  expiresAt: Instant;
  connectionId: string | null;
  userId: string;
  tokenId: string | null;
}

export interface IntakeTables {
  connection: ConnectionTable;
  personName: PersonNameTable;
  stream: StreamTable;
  connectionProblem: ConnectionProblemTable;
  scopeMember: ScopeMemberTable;
  formerName: FormerNameTable;
  rowAlias: RowAliasTable;
  inbox: InboxTable;
  inboxWaiting: InboxWaitingTable;
  deadJob: DeadJobTable;
  completeness: CompletenessTable;
  appRegistration: AppRegistrationTable;
}
