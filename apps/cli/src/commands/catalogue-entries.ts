import { CatalogueAnswer, type CatalogueEntry } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { formatTable } from '../terminal.ts';

/** Every entry of a status, page by page. */
export async function listAllEntries(api: ApiClient, status: CatalogueEntry['status']): Promise<CatalogueEntry[]> {
  const all: CatalogueEntry[] = [];
  let after: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({ limit: '200', status, ...(after === null ? {} : { after }) });
    const page: CatalogueAnswer = await api.get(`/v1/catalogue?${query}`, CatalogueAnswer);
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}

/** As a table; nothing for no entries. */
export function formatEntries(entries: readonly CatalogueEntry[]): string {
  if (entries.length === 0) return '';
  return formatTable(
    entries.map(({ id, service, repository, path, environment, status, score, origin, evidence }) => ({
      id,
      service: service.slice(0, 40),
      repository: path === null ? repository : `${repository}:${path}`,
      environment,
      status,
      score: score.toFixed(2),
      why: evidence[0]?.detail.slice(0, 80) ?? origin,
    })),
  );
}
