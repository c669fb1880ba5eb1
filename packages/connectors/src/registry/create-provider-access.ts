import { AppError, type Provider } from '@refrain/domain';
import type { FailureSource, InScope } from '../contract/failure-source.ts';
import type { IncidentNotes } from '../contract/incident-notes.ts';
import type { IncidentOpening } from '../contract/incident-opening.ts';
import type { IssueTracker } from '../contract/issue-tracker.ts';
import type { AccountAddress, ConnectionAddress, ProviderOptions } from '../contract/provider-options.ts';
import type { PullChecks } from '../contract/pull-checks.ts';
import type { Outbound } from '../outbound/open-outbound.ts';
import { createAccessTokens } from '../requests/access-tokens.ts';
import { type OnBudget, reportBudgets } from '../requests/reported-budgets.ts';
import { createRequestBudgets } from '../requests/request-budgets.ts';
import { type Message, type MessageAddress, sendMessage } from '../subscribers/send-message.ts';
import type { WriteLog } from '../writes/write-log.ts';
import type { ProviderRegistry } from './create-registry.ts';
import { providers as builtIn } from './providers.ts';

/**
 * Reads from and writes to connected accounts. Each method throws an `AppError` with the code `conflict` if
 * the provider does not support it, and `invalid_input` for an unusable base address or credential.
 */
export interface ProviderAccess {
  readonly providers: ProviderRegistry;
  /** @param log records the writes that set up webhooks; without it they are not recorded */
  createSource(connection: ConnectionAddress, credential: string, log?: WriteLog): FailureSource;
  /** @param log receives every write */
  createIssueTracker(connection: AccountAddress, credential: string, log: WriteLog): IssueTracker;
  /** @param log receives every write */
  createPullChecks(connection: AccountAddress, credential: string, log: WriteLog): PullChecks;
  /** @param log receives every write */
  createIncidentNotes(connection: AccountAddress, credential: string, log: WriteLog): IncidentNotes;
  /** Opens what undoes a write: the issue tracker, or else the incident notes. @param log receives every write */
  openUndo(connection: AccountAddress, credential: string, log: WriteLog): Pick<IssueTracker | IncidentNotes, 'undo'>;
  /**
   * Reads the monitoring tool's text of an incident that has just begun.
   * @throws {AppError} for every response but 2xx, and when the signal fires
   */
  readOpening(
    connection: AccountAddress,
    credential: string,
    incidentId: string,
    signal: AbortSignal,
  ): Promise<IncidentOpening>;
  /**
   * Lists the names and ids of services; empty if the provider has none.
   * @throws {AppError} like every request
   */
  listServices(connection: AccountAddress, credential: string, signal: AbortSignal): Promise<readonly InScope[]>;
  /** @throws {AppError} like `sendMessage` of a subscriber */
  sendMessage(recipient: MessageAddress, message: Message, signal: AbortSignal): Promise<void>;
}

export interface AccessOptions
  extends Omit<ProviderOptions, 'tokens' | 'budgets' | 'share' | 'fetch' | 'download' | 'agents'> {
  /** The providers of the process; the built-in ones by default. */
  readonly providers?: ProviderRegistry;
  readonly outbound: Outbound;
  /** Receives each request budget that a response reports. */
  readonly onBudget?: OnBudget;
  /** Milliseconds to wait for the response to a message; 10,000 by default. */
  readonly messageTimeoutMs?: number;
}

/** Creates the access of one process. Its sources share tokens and request budgets. */
export function createProviderAccess({
  providers = builtIn,
  outbound,
  onBudget,
  messageTimeoutMs,
  ...options
}: AccessOptions): ProviderAccess {
  const { now } = options;
  const { fetch, download, agents } = outbound;
  const budgets = createRequestBudgets(now);
  const tokens = createAccessTokens(now);
  const shared = new Map<string, unknown>();
  const optionsFor = (connection: Pick<ConnectionAddress, 'id' | 'provider'>): ProviderOptions => ({
    ...options,
    fetch,
    download,
    agents,
    tokens,
    budgets: reportBudgets(budgets, connection, onBudget),
    share: <T>(name: string, create: () => T): T => {
      const key = `${connection.provider}/${name}`;
      if (!shared.has(key)) shared.set(key, create());
      return shared.get(key) as T;
    },
  });

  return {
    providers,
    createSource: (connection, credential, log) =>
      createSource(connection, credential, { ...optionsFor(connection), providers }, log),
    createIssueTracker: (connection, credential, log) =>
      supported(providers.get(connection.provider).issues, connection, 'issues').createTracker(
        connection,
        credential,
        log,
        optionsFor(connection),
      ),
    createPullChecks: (connection, credential, log) =>
      supported(providers.get(connection.provider).checks, connection, 'checks').createChecks(
        connection,
        credential,
        log,
        optionsFor(connection),
      ),
    createIncidentNotes: (connection, credential, log) =>
      supported(providers.get(connection.provider).incidentNotes, connection, 'incident notes').createNotes(
        connection,
        credential,
        log,
        optionsFor(connection),
      ),
    openUndo(connection, credential, log) {
      const { issues, incidentNotes } = providers.get(connection.provider);
      if (issues !== undefined) return issues.createTracker(connection, credential, log, optionsFor(connection));
      const notes = supported(incidentNotes, connection, 'writes');
      return notes.createNotes(connection, credential, log, optionsFor(connection));
    },
    async readOpening(connection, credential, incidentId, signal) {
      const notes = supported(providers.get(connection.provider).incidentNotes, connection, 'incident notes');
      return notes.readOpening(connection, credential, incidentId, optionsFor(connection), signal);
    },
    listServices: async (connection, credential, signal) =>
      (await providers
        .get(connection.provider)
        .listServices?.(connection, credential, optionsFor(connection), signal)) ?? [],
    sendMessage: (recipient, message, signal) => sendMessage(recipient, message, download, signal, messageTimeoutMs),
  };
}

/**
 * Opens a connected account as a source.
 * @param log records the writes that set up webhooks; without it they are not recorded
 * @throws {AppError} `invalid_input` for a provider of files, and for an unusable base address or credential
 */
export function createSource(
  connection: ConnectionAddress,
  credential: string,
  { providers = builtIn, ...options }: ProviderOptions & { readonly providers?: ProviderRegistry } = {},
  log?: WriteLog,
): FailureSource {
  const { account, descriptor } = providers.get(connection.provider);
  if (account === undefined) {
    throw new AppError('invalid_input', `${descriptor.name} cannot be pulled: import the files instead.`);
  }
  return account.createSource(connection, credential, options, log);
}

function supported<Support>(support: Support | undefined, { provider }: { readonly provider: Provider }, what: string) {
  if (support !== undefined) return support;
  throw new AppError('conflict', `A ${provider} connection has no ${what}: choose another connection.`);
}
