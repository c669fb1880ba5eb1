import type { ChangeDraft, ConnectionScope, FailureDraft, RawRecord } from '@refrain/domain';
import type { FailureSource, Page, ProviderItem } from '../contract/failure-source.ts';
import type { ProviderRegistry } from '../registry/create-registry.ts';

export interface TestAccount {
  /** Creates a new source, as each job does, so that tests cannot rely on state in the source. */
  open(): FailureSource;
  readonly scope: ConnectionScope;
}

type Draft = FailureDraft | ChangeDraft;

/** Creates functions that read all pages of an account's streams. */
export function createSourceDrain({ open, scope }: TestAccount, providers: ProviderRegistry, signal: AbortSignal) {
  async function pullAllPages(stream: string, since: string | null): Promise<Page[]> {
    const pages: Page[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await open().pull({ stream, cursor, since }, signal);
      pages.push(page);
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  }
  function read(records: readonly RawRecord[]): Draft[] {
    const { provider } = open();
    const observed = records.map((record) => providers.readRecord(provider, record, scope));
    return observed.flatMap(({ failures, changes }) => [...failures, ...changes]);
  }
  return {
    pullAllPages,
    pullDrafts: async (stream: string, since: string | null): Promise<Draft[]> =>
      (await pullAllPages(stream, since)).flatMap(({ records }) => read(records)),
    findNewestVersion: ({ records }: Page): string =>
      read(records)
        .map(({ version }) => version)
        .sort()
        .at(-1) ?? '',
    async listAllExisting(stream: string, since: string, until: string): Promise<ProviderItem[]> {
      const items: ProviderItem[] = [];
      let cursor: string | null = null;
      do {
        const page = await open().listExisting({ stream, since, until, cursor }, signal);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return items;
    },
  };
}

export function listDeliveryKeys({ records }: Page): string[] {
  return records.map(({ deliveryKey }) => deliveryKey);
}

export function formatItemKindAndId({
  kind,
  externalId,
}: {
  readonly kind: string;
  readonly externalId: string;
}): string {
  return `${kind} ${externalId}`;
}
