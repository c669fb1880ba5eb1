import type { ConnectionScope } from '@refrain/domain';
import type { RepositoryOrService } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { isRepositoryIncluded, listRepositories } from '../repositories/repositories.ts';
import { parsePostMortemFolder } from './list-streams.ts';

/** Lists the repositories that match the scope, contain a selected folder of post-mortems, or have a known id. */
export async function listConnectedRepositories(
  client: GitHubClient,
  account: string,
  scope: ConnectionScope,
  known: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<RepositoryOrService[]> {
  const ofFolders = new Set(
    scope.postmortemFolders.map((folder) => parsePostMortemFolder(folder).repository.toLowerCase()),
  );
  const { repositories } = await listRepositories(client, account, signal);
  return repositories
    .map((repository) => ({ id: String(repository.id), name: repository.full_name, repository }))
    .filter(
      ({ id, name, repository }) =>
        known.has(id) || ofFolders.has(name.toLowerCase()) || isRepositoryIncluded(scope, repository),
    )
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
