import type { SimpleUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';

/** Base URLs of the emulator's API and web pages, from which every URL in a response is composed. */
export interface EmulatorUrls {
  readonly api: string;
  readonly web: string;
  /** Caches formatted users and organisations, because every item of a list contains some. */
  readonly users: Map<string, SimpleUser>;
}

export function repositoryApiUrl(addresses: EmulatorUrls, repository: RepositoryState): string {
  return `${addresses.api}/repos/${repository.owner}/${repository.name}`;
}

export function repositoryWebUrl(addresses: EmulatorUrls, repository: RepositoryState): string {
  return `${addresses.web}/${repository.owner}/${repository.name}`;
}
