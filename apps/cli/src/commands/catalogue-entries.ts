import type { CatalogueEntry } from '@refrain/domain';
import { formatTable } from '../terminal.ts';

export function formatCatalogueEntries(entries: readonly CatalogueEntry[]): string {
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
