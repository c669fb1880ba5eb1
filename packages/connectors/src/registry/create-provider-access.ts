import { AppError, type Provider } from '@refrain/domain';
import type { FailureSource, RepositoryOrService } from '../contract/failure-source.ts';
import type { IncidentNoteWriter } from '../contract/incident-note-writer.ts';
import type { IssueTracker } from '../contract/issue-tracker.ts';
import type { CreateProviderWriter, ProviderEntry } from '../contract/provider-entry.ts';
import type { AccountLocator, ConnectionLocator, ProviderOptions } from '../contract/provider-options.ts';
import type { PullRequestCheckWriter } from '../contract/pull-request-check-writer.ts';
import type { OutboundConnections } from '../outbound/open-outbound-connections.ts';
import { createExpiringMap } from '../requests/expiring-map.ts';
import {
  addRequestBudgetListener,
  createRequestBudgets,
  type RequestBudgetListener,
} from '../requests/request-budgets.ts';
import {
  type MessageRecipient,
  type SubscriberMessage,
  sendMessageToSubscriber,
} from '../subscribers/send-message-to-subscriber.ts';
import type { WriteLog } from '../writes/write-log.ts';
import type { ProviderRegistry } from './create-registry.ts';
import { providers as builtIn } from './providers.ts';

/** Methods throw `conflict` if the provider lacks the feature, and `invalid_input` for a bad URL or credential. */
export interface ProviderAccess {
  readonly providers: ProviderRegistry;
  createSource(connection: ConnectionLocator, credential: string, log?: WriteLog): FailureSource;
  readonly createIssueTracker: OpenAccountWriter<IssueTracker>;
  readonly createPullChecks: OpenAccountWriter<PullRequestCheckWriter>;
  readonly createIncidentNotes: OpenAccountWriter<IncidentNoteWriter>;
  /** Opens a writer to undo a write: the provider's issue tracker, or its incident notes if it has no issue tracker. */
  readonly openUndo: OpenAccountWriter<Pick<IssueTracker | IncidentNoteWriter, 'undo'>>;
  readAlertText(
    connection: AccountLocator,
    credential: string,
    incidentId: string,
    signal: AbortSignal,
  ): Promise<string>;
  listServices(
    connection: AccountLocator,
    credential: string,
    signal: AbortSignal,
  ): Promise<readonly RepositoryOrService[]>;
  sendMessage(recipient: MessageRecipient, message: SubscriberMessage, signal: AbortSignal): Promise<void>;
}

type OpenAccountWriter<Writer> = (connection: AccountLocator, credential: string, log: WriteLog) => Writer;

export interface ProviderAccessOptions
  extends Omit<ProviderOptions, 'tokens' | 'budgets' | 'share' | 'fetch' | 'download' | 'agents'> {
  readonly providers?: ProviderRegistry;
  readonly outbound: OutboundConnections;
  readonly onBudget?: RequestBudgetListener;
  /** Timeout of a message to a subscriber in milliseconds; 10,000 by default. */
  readonly messageTimeoutMs?: number;
}

/** Creates the access to all providers for one process, in which sources share tokens and request budgets. */
export function createProviderAccess({
  providers = builtIn,
  outbound,
  onBudget,
  messageTimeoutMs,
  ...options
}: ProviderAccessOptions): ProviderAccess {
  const { now } = options;
  const { fetch, download, agents } = outbound;
  const budgets = createRequestBudgets(now);
  const tokens = createExpiringMap<string>(now);
  const shared = new Map<string, unknown>();
  const optionsFor = (connection: Pick<ConnectionLocator, 'id' | 'provider'>): ProviderOptions => ({
    ...options,
    fetch,
    download,
    agents,
    tokens,
    budgets: addRequestBudgetListener(budgets, connection, onBudget),
    share: <T>(name: string, create: () => T): T => {
      const key = `${connection.provider}/${name}`;
      if (!shared.has(key)) shared.set(key, create());
      return shared.get(key) as T;
    },
  });

  function opening<Writer>(
    what: string,
    find: (entry: ProviderEntry) => CreateProviderWriter<Writer> | undefined,
  ): OpenAccountWriter<Writer> {
    return (connection, credential, log) => {
      const open = supported(find(providers.get(connection.provider)), connection, what);
      return open(connection, credential, log, optionsFor(connection));
    };
  }

  return {
    providers,
    createSource: (connection, credential, log) =>
      createProviderSource(connection, credential, { ...optionsFor(connection), providers }, log),
    createIssueTracker: opening('issues', ({ issues }) => issues?.createTracker),
    createPullChecks: opening('checks', ({ checks }) => checks?.createChecks),
    createIncidentNotes: opening('incident notes', ({ incidentNotes }) => incidentNotes?.createNotes),
    openUndo: opening<Pick<IssueTracker | IncidentNoteWriter, 'undo'>>(
      'writes',
      ({ issues, incidentNotes }) => issues?.createTracker ?? incidentNotes?.createNotes,
    ),
    async readAlertText(connection, credential, incidentId, signal) {
      const notes = supported(providers.get(connection.provider).incidentNotes, connection, 'incident notes');
      return notes.readAlertText(connection, credential, incidentId, optionsFor(connection), signal);
    },
    listServices: async (connection, credential, signal) =>
      (await providers
        .get(connection.provider)
        .listServices?.(connection, credential, optionsFor(connection), signal)) ?? [],
    sendMessage: (recipient, message, signal) =>
      sendMessageToSubscriber(recipient, message, download, signal, messageTimeoutMs),
  };
}

/** Throws `invalid_input` if the provider has no API to read from, or if the base URL or credential is unusable. */
export function createProviderSource(
  connection: ConnectionLocator,
  credential: string,
  { providers = builtIn, ...options }: ProviderOptions & { readonly providers?: ProviderRegistry } = {},
  log?: WriteLog,
): FailureSource {
  const { account, descriptor } = providers.get(connection.provider);
  if (account === undefined) {
    throw new AppError('invalid_input', `${descriptor.name} has no API to read from: import files instead.`);
  }
  return account.createSource(connection, credential, options, log);
}

function supported<Support>(support: Support | undefined, { provider }: { readonly provider: Provider }, what: string) {
  if (support !== undefined) return support;
  throw new AppError('conflict', `A ${provider} connection has no ${what}: choose another connection.`);
}
