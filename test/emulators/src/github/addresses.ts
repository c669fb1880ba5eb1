import type { SimpleUser } from './present-user.ts';
import type { RepositoryState } from './repository-state.ts';

/** Where the emulator answers and where its web pages would be; every URL in a response is made of these. */
export interface Addresses {
  readonly api: string;
  readonly web: string;
  /** Users and organisations as they are presented: every item of a list names some. */
  readonly users: Map<string, SimpleUser>;
}

export function repositoryApi(addresses: Addresses, repository: RepositoryState): string {
  return `${addresses.api}/repos/${repository.owner}/${repository.name}`;
}

export function repositoryWeb(addresses: Addresses, repository: RepositoryState): string {
  return `${addresses.web}/${repository.owner}/${repository.name}`;
}
