import type { ChangeDraft, ConnectionScope, FailureDraft, RawRecord } from '@refrain/domain';
import type { ExistingItem, FailureSource, Page } from '../contract/failure-source.ts';
import type { ProviderRegistry } from '../registry/create-registry.ts';

export interface TestAccount {
  /** Creates a new source, as each job does, so that tests cannot rely on state in the source. */
  open(): FailureSource;
  readonly scope: ConnectionScope;
}

export interface TestAccountWithProviders extends TestAccount {
  readonly providers: ProviderRegistry;
}

export async function pullAllPages(
  { open }: TestAccount,
  stream: string,
  since: string | null,
  signal: AbortSignal,
): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await open().pull({ stream, cursor, since }, signal);
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

type Draft = FailureDraft | ChangeDraft;

export async function pullDrafts(
  account: TestAccountWithProviders,
  stream: string,
  since: string | null,
  signal: AbortSignal,
): Promise<Draft[]> {
  const pages = await pullAllPages(account, stream, since, signal);
  return pages.flatMap((page) => read(account, page.records));
}

function read({ open, scope, providers }: TestAccountWithProviders, records: readonly RawRecord[]): Draft[] {
  const { provider } = open();
  const observed = records.map((record) => providers.readRecord(provider, record, scope));
  return observed.flatMap(({ failures, changes }) => [...failures, ...changes]);
}

export function findNewestVersion(account: TestAccountWithProviders, { records }: Page): string {
  const versions = read(account, records).map(({ version }) => version);
  return versions.sort().at(-1) ?? '';
}

export async function listAllExisting(
  { open }: TestAccount,
  stream: string,
  since: string,
  until: string,
  signal: AbortSignal,
): Promise<ExistingItem[]> {
  const items: ExistingItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await open().listExisting({ stream, since, until, cursor }, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

export function listDeliveryKeys({ records }: Page): string[] {
  return records.map(({ deliveryKey }) => deliveryKey);
}

export function formatKindAndId({ kind, externalId }: { readonly kind: string; readonly externalId: string }): string {
  return `${kind} ${externalId}`;
}
