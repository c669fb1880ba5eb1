import type { components } from '@octokit/openapi-types';
import { nodeId, numericId } from '../http/numeric-id.ts';
import { type Addresses, repositoryApiUrl } from './addresses.ts';
import type { RepositoryState } from './repository-state.ts';

/** Formats a repository's label. A label that an issue created implicitly has GitHub's default colour. */
export function formatLabel(
  addresses: Addresses,
  repository: RepositoryState,
  name: string,
): components['schemas']['label'] & { description: string } {
  const label = repository.labels.get(name.toLowerCase());
  return {
    id: numericId('label', repository.key, name.toLowerCase()),
    node_id: nodeId('LA', repository.key, name.toLowerCase()),
    url: `${repositoryApiUrl(addresses, repository)}/labels/${encodeURIComponent(name)}`,
    name: label?.name ?? name,
    description: label?.description ?? '',
    color: label?.color ?? 'ededed',
    default: false,
  };
}
