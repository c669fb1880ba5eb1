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

export interface IngestionTables {
  connection: {
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
    /** The time up to which redelivery of failed webhook deliveries was requested. */
    redeliveredUntil: Instant | null;
    webhookId: string | null;
    /** The secret part of the webhook's URL. */
    webhookKey: Generated<string>;
    createdAt: GeneratedAlways<Instant>;
  };
  /** Names of people that are redacted from texts. Nothing else about a person is stored. */
  personName: {
    connectionId: string;
    name: string;
    /** Whether the name was already redacted from the texts that had been stored before the name became known. */
    applied: Generated<boolean>;
    /**
     * Whether only this exact spelling is redacted, because the name consists of ordinary words. Always true while
     * `applied` is false.
     */
    isPhrase: Generated<boolean>;
    /** A number that increases in the order of insertion. */
    sequence: GeneratedAlways<string>;
  };
  stream: {
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
    /** When a webhook last announced something new in the stream. */
    staleAt: Instant | null;
    /**
     * Numbers of records received in each period of five seconds, newest first. `recentTick` is the number of the
     * newest period.
     */
    recent: Generated<number[]>;
    recentTick: Generated<number>;
    /** The earliest start that a person ever requested for the stream; null means all history. */
    reachesBackTo: Instant | null;
    checkedUntil: Instant | null;
    checkDueAt: Instant | null;
    refilledAt: Instant | null;
    /** How many consecutive requests for the same missing records did not find them. */
    refills: Generated<number>;
    /** A digest of the ids of missing records at the latest request. */
    missing: string | null;
  };
  connectionProblem: {
    connectionId: string;
    subject: string;
    problem: string;
  };
  /** The repositories or services of a connection's scope, by their ids at the provider. */
  scopeMember: {
    connectionId: string;
    id: string;
    name: string;
    state: 'present' | 'gone' | 'former';
  };
  formerName: {
    connectionId: string;
    former: string;
    present: string;
    /** When another repository took the former name; null if none did. */
    takenAt: Instant | null;
  };
  /**
   * Maps the id that is derived from an external id (`alias`) to the actual id of the row (`id`), for rows in which the
   * two ids differ.
   */
  rowAlias: {
    alias: string;
    id: string;
    connectionId: string;
  };
  inbox: {
    id: GeneratedAlways<string>;
    connectionId: string;
    source: string;
    type: string;
    deliveryKey: string;
    /** The encrypted record; null after its expiry. */
    payload: Buffer | null;
    /** The size in bytes of the payload as JSON text. */
    payloadBytes: number;
    receivedAt: GeneratedAlways<Instant>;
    /** Why the record could not be parsed; null if it was parsed or is unprocessed. */
    problem: string | null;
  };
  /** Ids of the unprocessed records in the inbox. */
  inboxWaiting: {
    id: string;
    connectionId: string;
    since: GeneratedAlways<Instant>;
  };
  deadJob: {
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
  };
  completeness: {
    connectionId: string;
    stream: string;
    day: string;
    existing: number;
    stored: number;
    checkedAt: Generated<Instant>;
  };
  appRegistration: {
    state: string;
    wanted: Json<unknown>;
    app: Buffer | null;
    createdAt: GeneratedAlways<Instant>;
    expiresAt: Instant;
    connectionId: string | null;
    userId: string;
    tokenId: string | null;
  };
}
