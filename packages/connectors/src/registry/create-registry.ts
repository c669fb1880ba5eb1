import {
  AppError,
  type Connection,
  type ConnectionScope,
  defaultConnectionScope,
  type IssueLocation,
  type Provider,
  type ProviderDescriptor,
  type ProviderRateLimits,
  type RawRecord,
  type ScopeSelection,
} from '@refrain/domain';
import type { ParsedPayload, ProviderItem, RepositoryOrService } from '../contract/failure-source.ts';
import type { ProviderEntry, StoredRecord } from '../contract/provider-entry.ts';
import { dropNonHttpLinks } from '../records/parse-http-url.ts';
import { assertReadableEvent, type WebhookDelivery } from '../webhooks/webhook-event.ts';

export interface ProviderRegistry {
  readonly entries: readonly ProviderEntry[];
  /** Rate limits by provider; providers without documented limits are absent. */
  readonly limits: Readonly<Record<Provider, ProviderRateLimits>>;
  listSelecting(selection: ScopeSelection): readonly Provider[];
  find(provider: Provider): ProviderEntry | null;
  get(provider: Provider): ProviderEntry;
  /** Returns the descriptor, or a substitute with the id as name for an unregistered provider. */
  describe(provider: Provider): Pick<ProviderDescriptor, 'name' | 'scope' | 'webhook'>;
  /** Replaces people by roles, shortens texts, and drops links that are not HTTP(S). Throws `invalid_input`. */
  readRecord(provider: Provider, record: StoredRecord, scope?: ConnectionScope): ParsedPayload;
  /** Returns the records to store. Throws `signature_invalid`, or `not_found` for a provider without webhooks. */
  receiveWebhook(provider: Provider, delivery: WebhookDelivery, secrets: readonly string[]): Promise<RawRecord[]>;
  recordKeyOf(provider: Provider, identity: Pick<ProviderItem, 'kind' | 'externalId'>): string;
  /** Tells whether a record is about the connection's account. A signed event may be about another account. */
  isOfAccount(connection: Pick<Connection, 'provider' | 'account'>, record: StoredRecord): boolean;
  findMember(provider: Provider, record: StoredRecord): RepositoryOrService | null;
  /** Lists the streams to sync after an event; empty for pulled records. */
  listStaleStreams(provider: Provider, record: StoredRecord): string[];
  listStaleIssues(provider: Provider, record: StoredRecord): IssueLocation[];
}

/** @throws {AppError} `misconfigured` if two entries have the same id */
export function createProviderRegistry(entries: readonly ProviderEntry[]): ProviderRegistry {
  const byId = new Map(entries.map((entry) => [entry.descriptor.id, entry]));
  if (byId.size < entries.length)
    throw new AppError('misconfigured', 'Two providers have the same id: change the id of one.');

  function find(provider: Provider): ProviderEntry | null {
    return byId.get(provider) ?? null;
  }

  function get(provider: Provider): ProviderEntry {
    const entry = find(provider);
    if (entry !== null) return entry;
    const known = [...byId.keys()].join(', ');
    throw new AppError('invalid_input', `The provider ${provider} is unknown: use one of ${known}.`);
  }

  return {
    entries,
    limits: Object.fromEntries(
      entries.flatMap(({ descriptor, limits }) => (limits === undefined ? [] : [[descriptor.id, limits]])),
    ),
    listSelecting: (selection) =>
      entries.flatMap(({ descriptor }) => (descriptor.scope?.selects === selection ? [descriptor.id] : [])),
    find,
    get,
    describe: (provider) => find(provider)?.descriptor ?? { name: provider, scope: null, webhook: null },
    readRecord(provider, record, scope = defaultConnectionScope) {
      assertReadableEvent(record);
      return dropNonHttpLinks(get(provider).readRecord(record, scope));
    },
    async receiveWebhook(provider, delivery, secrets) {
      const { descriptor, webhooks } = get(provider);
      if (webhooks === undefined)
        throw new AppError('not_found', `${descriptor.name} sends no webhooks: import files instead.`);
      return webhooks.receive(delivery, secrets);
    },
    recordKeyOf: (provider, identity) => get(provider).recordKeyOf(identity),
    isOfAccount: ({ provider, account }, record) => get(provider).webhooks?.isOfAccount?.(account, record) ?? true,
    findMember: (provider, record) => get(provider).webhooks?.findMember?.(record) ?? null,
    listStaleStreams: (provider, record) => get(provider).webhooks?.listStaleStreams?.(record) ?? [],
    listStaleIssues: (provider, record) => get(provider).issues?.listStaleIssues(record) ?? [],
  };
}
