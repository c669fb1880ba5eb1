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
  /** Valid for some time after `webhookRotatedAt`. */
  formerWebhookSecret: Buffer | null;
  webhookRotatedAt: Instant | null;
  webhook: ColumnType<WebhookState, string | undefined, string>;
  /** All earlier failed deliveries were requested again. */
  redeliveredUntil: Generated<Instant | null>;
  /** The provider's id of the subscription. */
  webhookId: string | null;
  /** The secret part of the webhook's address. */
  webhookKey: Generated<string>;
  createdAt: GeneratedAlways<Instant>;
}

/** Names that are redacted from texts; nothing else about them is stored. */
interface PersonNameTable {
  connectionId: string;
  name: string;
  /** Whether the name was redacted from the texts that were stored before it. */
  applied: Generated<boolean>;
  /**
   * Whether it is matched only as written, because its words are ordinary. True until it was redacted from the stored
   * texts.
   */
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
  /** When the pass began, on a person's request or by a sync. */
  startedAt: Generated<Instant>;
  /** The latest time at which a webhook announced something new. */
  staleAt: Generated<Instant | null>;
  /** The recent record counts per tick, newest first; and the number of the first tick. */
  recent: Generated<number[]>;
  recentTick: Generated<number>;
  /** The earliest start that a person ever requested; null means everything. `since` belongs to the current pass. */
  reachesBackTo: Generated<Instant | null>;
  checkedUntil: Generated<Instant | null>;
  checkDueAt: Generated<Instant | null>;
  refilledAt: Generated<Instant | null>;
  /** How often the same missing records were requested without success. */
  refills: Generated<number>;
  /** A digest of the missing records at the latest request. */
  missing: Generated<string | null>;
}

/** The imported repositories or services, by the provider's ids. */
interface ScopeMemberTable {
  connectionId: string;
  id: string;
  name: string;
  state: 'present' | 'gone' | 'former';
}

/** The former names of repositories. */
interface FormerNameTable {
  connectionId: string;
  former: string;
  present: string;
  /** When another repository was found with this name; null if none was. */
  takenAt: Instant | null;
}

/** Rows whose ids are not derived from the current names of their repositories, by the derived id. */
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
  /** Encrypted; null after its expiry. */
  payload: Buffer | null;
  /** The size of the payload as JSON text. */
  payloadBytes: number;
  receivedAt: GeneratedAlways<Instant>;
  /** Why it could not be parsed; null if it was parsed, or is unprocessed. */
  problem: string | null;
}

/** The unprocessed rows of the inbox. */
interface InboxWaitingTable {
  id: string;
  connectionId: string;
  since: GeneratedAlways<Instant>;
}

/** A job that was given up. */
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
  replayRequestedAt: Generated<Instant | null>;
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
  connectionId: Generated<string | null>;
  userId: Generated<string | null>;
  tokenId: Generated<string | null>;
}

/** The tables of connections and received data. */
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
