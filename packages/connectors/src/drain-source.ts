import type { ChangeDraft, ConnectionScope, FailureDraft, RawRecord } from '@refrain/domain';
import type { ExistingItem, FailureSource, Page } from './failure-source.ts';
import { readRecord } from './read-record.ts';

/** An account and what of it is taken in. */
export interface OpenAccount {
  /** Opens the source anew, as each job does: nothing is remembered but what the provider keeps. */
  open(): FailureSource;
  readonly scope: ConnectionScope;
}

/** All pages of a stream, each pulled by a source of its own. */
export async function drain(
  { open }: OpenAccount,
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

export async function draftsOf(
  account: OpenAccount,
  stream: string,
  since: string | null,
  signal: AbortSignal,
): Promise<Draft[]> {
  const pages = await drain(account, stream, since, signal);
  return pages.flatMap((page) => read(account, page.records));
}

function read({ open, scope }: OpenAccount, records: readonly RawRecord[]): Draft[] {
  const { provider } = open();
  const observed = records.map((record) => readRecord(provider, record, scope));
  return observed.flatMap(({ failures, changes }) => [...failures, ...changes]);
}

/** The newest version that a page tells of; empty where it tells of nothing. */
export function newestIn(account: OpenAccount, { records }: Page): string {
  const versions = read(account, records).map(({ version }) => version);
  return versions.sort().at(-1) ?? '';
}

export async function listAll(
  { open }: OpenAccount,
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

export function keysOf({ records }: Page): string[] {
  return records.map(({ deliveryKey }) => deliveryKey);
}

export function identityOf({ kind, externalId }: { readonly kind: string; readonly externalId: string }): string {
  return `${kind} ${externalId}`;
}
