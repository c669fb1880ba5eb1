import type { ConnectionScope, Provider } from '@refrain/domain';
import { AppError } from '@refrain/domain';
import { type AccessTokens, createAccessTokens } from './access-tokens.ts';
import { listPagedServices } from './catalogue/list-paged-services.ts';
import type { FailureSource } from './failure-source.ts';
import { createGitHubPullChecks } from './github/checks/pull-checks.ts';
import { createGitHubIssueTracker } from './github/issues/issue-tracker.ts';
import { createGitHubSource } from './github/source.ts';
import type { IncidentNotes } from './incident-notes.ts';
import type { IncidentOpening } from './incident-opening.ts';
import type { IssueTracker } from './issue-tracker.ts';
import type { Outbound } from './outbound/open-outbound.ts';
import { createPagerDutyNotes } from './pagerduty/notes.ts';
import { readPagerDutyOpening } from './pagerduty/opening.ts';
import { createPlanMemory, type PlanMemory } from './pagerduty/plan-memory.ts';
import { createPagerDutySource } from './pagerduty/source.ts';
import type { PullChecks } from './pull-checks.ts';
import { createRequestBudgets, type RequestBudgets } from './request-budgets.ts';
import type { RequestLimits } from './request-limits.ts';
import { type Message, type MessageAddress, sendMessage } from './subscribers/send-message.ts';
import { type OnBudget, tellBudgets } from './told-budgets.ts';
import type { WriteLog } from './write-log.ts';

export interface ConnectionAddress {
  /** Of the connection, where it is one already. */
  readonly id?: string;
  readonly provider: Provider;
  /** GitHub organisation or user; PagerDuty subdomain. */
  readonly account: string;
  /** API root; null = the provider's public one. */
  readonly baseUrl: string | null;
  /** What of the account is taken in. */
  readonly scope: ConnectionScope;
}

export interface IssueTrackerAddress extends Omit<ConnectionAddress, 'scope'> {
  readonly provider: 'github';
}

export interface NotesAddress extends Omit<ConnectionAddress, 'scope'> {
  readonly provider: 'pagerduty';
}

export interface SourceOptions {
  readonly userAgent?: string;
  /** Transport for GitHub, and for the tokens of PagerDuty's apps. */
  readonly fetch?: typeof fetch;
  /** Transport for GitHub's logs, of which a part is read; `fetch` unless given. */
  readonly download?: typeof fetch;
  /** Transport for PagerDuty, whose library speaks through them. */
  readonly agents?: Outbound['agents'];
  /** Milliseconds before a request that met a 5xx or a broken connection is tried again. */
  readonly retryAfterMs?: number;
  /** Milliseconds since 1970; the system's clock unless given. */
  readonly now?: () => number;
  /** Lets a time go by, or less of it where the signal fires; real time unless given. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Limits that all processes keep together; without it each process keeps its own. */
  readonly limits?: RequestLimits;
  /** Whether a repository was forgotten, by its name or GitHub's id: then it is not there for us. */
  readonly isForgotten?: (name: string, id: string) => Promise<boolean>;
  /** What the sources of one process share of what they learn; without it each has its own. */
  readonly tokens?: AccessTokens;
  readonly budgets?: RequestBudgets;
  readonly plans?: PlanMemory;
}

export interface ProviderAccess {
  /** @param log passed by what sets up webhooks; without it that is not recorded */
  createSource(connection: ConnectionAddress, credential: string, log?: WriteLog): FailureSource;
  /**
   * The issue tracker of a connected account, which a GitHub token or App opens.
   * @param log passed by everything that it writes
   * @throws {AppError} `invalid_input` for an address that is no http(s) URL and for an App that cannot be read
   */
  createIssueTracker(connection: IssueTrackerAddress, credential: string, log: WriteLog): IssueTracker;
  /**
   * Checks on the pull requests of a connected account.
   * @param log passed by everything that it writes
   * @throws {AppError} `invalid_input` as above
   */
  createPullChecks(connection: IssueTrackerAddress, credential: string, log: WriteLog): PullChecks;
  /**
   * Notes on the incidents of a connected account.
   * @param log passed by everything that it writes
   */
  createIncidentNotes(connection: NotesAddress, credential: string, log: WriteLog): IncidentNotes;
  /**
   * What an incident of a connected account says as it begins.
   * @throws {AppError} for every answer but 2xx, and where the signal fires
   */
  readOpening(
    connection: NotesAddress,
    credential: string,
    incidentId: string,
    signal: AbortSignal,
  ): Promise<IncidentOpening>;
  /** Names and ids of the services of a PagerDuty account. @throws {AppError} as every request to the provider */
  listPagedServices(
    connection: ConnectionAddress,
    credential: string,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly name: string }[]>;
  /** @throws {AppError} as `sendMessage` of a subscriber does */
  sendMessage(recipient: MessageAddress, message: Message, signal: AbortSignal): Promise<void>;
}

export interface AccessOptions
  extends Omit<SourceOptions, 'tokens' | 'budgets' | 'plans' | 'fetch' | 'download' | 'agents'> {
  readonly outbound: Outbound;
  /** Told of each budget that an answer tells. */
  readonly onBudget?: OnBudget;
  /** Milliseconds to wait for the answer to a message; 10,000 by default. */
  readonly messageTimeoutMs?: number;
}

/** Sources and issue trackers as one process uses them: what one learns of a credential, the others know. */
export function createProviderAccess({
  outbound,
  onBudget,
  messageTimeoutMs,
  ...options
}: AccessOptions): ProviderAccess {
  const { now } = options;
  const { fetch, download, agents } = outbound;
  const budgets = createRequestBudgets(now);
  const learned = { tokens: createAccessTokens(now), plans: createPlanMemory(now) };
  const sharedOf = (connection: Pick<ConnectionAddress, 'id' | 'provider'>): SourceOptions => ({
    ...{ ...options, ...learned, fetch, download, agents },
    budgets: tellBudgets(budgets, connection, onBudget),
  });
  return {
    createSource: (connection, credential, log) => createSource(connection, credential, sharedOf(connection), log),
    createIncidentNotes: (connection, credential, log) =>
      createPagerDutyNotes(connection, credential, log, sharedOf(connection)),
    createPullChecks: (connection, credential, log) =>
      createGitHubPullChecks(connection, credential, log, sharedOf(connection)),
    readOpening: (connection, credential, incidentId, signal) =>
      readPagerDutyOpening(connection, credential, incidentId, sharedOf(connection), signal),
    listPagedServices: (connection, credential, signal) =>
      listPagedServices(connection, credential, sharedOf(connection), signal),
    createIssueTracker: (connection, credential, log) =>
      createGitHubIssueTracker(connection, credential, log, sharedOf(connection)),
    sendMessage: (recipient, message, signal) => sendMessage(recipient, message, download, signal, messageTimeoutMs),
  };
}

/**
 * The source of a connected account.
 * @param credential GitHub token, PagerDuty REST API key, or the JSON of an app of either (`parseGitHubCredential`, `parsePagerDutyCredential`)
 * @param log passed by what sets up webhooks; without it that is not recorded
 * @throws {AppError} `invalid_input` for an archive, which is read by `readArchive`, for an address that is no http(s) URL,
 *   and for an app that cannot be read
 */
export function createSource(
  connection: ConnectionAddress,
  credential: string,
  options: SourceOptions = {},
  log?: WriteLog,
): FailureSource {
  switch (connection.provider) {
    case 'github':
      return createGitHubSource(connection, credential, options, log);
    case 'pagerduty':
      return createPagerDutySource(connection, credential, options, log);
    case 'archive':
      throw new AppError('invalid_input', 'An archive is not pulled from: import its files instead');
  }
}
