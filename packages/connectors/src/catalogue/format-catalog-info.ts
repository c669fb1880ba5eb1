import type { CatalogueEntry } from '@refrain/domain';
import { stringify } from 'yaml';

/** Backstage's limit for names of entities. */
const maxNameLength = 63;

/** Formats a catalogue for Backstage, which has no environments. `webUrl` is a prefix such as `https://github.com`. */
export function formatCatalogInfo(
  entries: readonly Pick<CatalogueEntry, 'service' | 'repository' | 'path'>[],
  webUrl: string,
): string {
  const used = new Map<string, number>();
  const documents = entries.map(({ service, repository, path }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: nameOnce(service, used),
      title: service,
      annotations: {
        'github.com/project-slug': repository,
        ...(path === null ? {} : { 'backstage.io/source-location': `url:${webUrl}/${repository}/tree/HEAD/${path}/` }),
      },
    },
    spec: { type: 'service' },
  }));
  return documents.map((document) => stringify(document)).join('---\n');
}

/**
 * Returns a unique name that Backstage accepts. A service with several locations becomes several components, each with
 * its own name.
 */
function nameOnce(service: string, used: Map<string, number>): string {
  const words = service.toLowerCase().match(/[a-z\d]+/gu) ?? ['service'];
  const name = words
    .join('-')
    .slice(0, maxNameLength - 5)
    .replace(/-+$/u, '');
  const count = (used.get(name) ?? 0) + 1;
  used.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}
