import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import { type EmulatorUrls, repositoryApiUrl } from './emulator-urls.ts';
import type { RepositoryState } from './repository-state.ts';

/** Formats a repository's label. A label that an issue created implicitly has GitHub's default colour. */
export function formatLabel(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  name: string,
): components['schemas']['label'] & { description: string } {
  const label = repository.labels.get(name.toLowerCase());
  return {
    id: createNumericId('label', repository.key, name.toLowerCase()),
    node_id: createNodeId('LA', repository.key, name.toLowerCase()),
    url: `${repositoryApiUrl(addresses, repository)}/labels/${encodeURIComponent(name)}`,
    name: label?.name ?? name,
    description: label?.description ?? '',
    color: label?.color ?? 'ededed',
    default: false,
  };
}
