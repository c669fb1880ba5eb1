import type { z } from 'zod';
import type { ApiClient } from './api-client.ts';

export async function requestAllPages<Item>(
  api: ApiClient,
  path: string,
  answer: z.ZodType<{ readonly items: Item[]; readonly next: string | null }>,
  query: Readonly<Record<string, string>> = {},
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | null = null;
  do {
    const parameters = new URLSearchParams({ ...query, limit: '200', ...(after === null ? {} : { after }) });
    const page: { readonly items: Item[]; readonly next: string | null } = await api.get(
      `${path}?${parameters}`,
      answer,
    );
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}
