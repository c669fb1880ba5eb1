import type { FailureSource, Page, StreamPageRequest } from '@refrain/connectors';

export const neverAborted: AbortSignal = new AbortController().signal;

export async function pullAllPages(source: FailureSource, request: Omit<StreamPageRequest, 'cursor'>): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await source.pull({ ...request, cursor }, neverAborted);
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}
