import { AppError, type ConnectionScope } from '@refrain/domain';
import type { RepositoryOrService } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { Repository } from '../records/schema.ts';
import { isListedRepositoryInScope, listRepositories } from '../repositories/repositories.ts';
import { parseGitHubStreamName } from './stream.ts';

export async function listStreams(client: GitHubClient, account: string, scope: ConnectionScope): Promise<string[]> {
  const { repositories: visible } = await listRepositories(client, account);
  const repositories = visible.filter((repository) => isListedRepositoryInScope(scope, repository));
  const streams = repositories.flatMap(({ full_name: name, has_issues: hasIssues }) => [
    `commits:${name}`,
    `deployments:${name}`,
    ...(hasIssues && scope.incidentLabels.length > 0 ? [`issues:${name}`] : []),
    `pulls:${name}`,
    ...(scope.workflows.length > 0 ? [`runs:${name}`] : []),
  ]);
  const spelled = new Map(visible.map(({ full_name: name }) => [name.toLowerCase(), name]));
  const ofPostMortems = scope.postmortemFolders.map((folder) => {
    const { repository } = parsePostMortemFolder(folder);
    return `postmortems:${spelled.get(repository.toLowerCase()) ?? repository}`;
  });
  return [...new Set([...streams, ...ofPostMortems])].sort();
}

/** Parses `owner/name:path/of/folder`, or `owner/name` for the whole repository. Throws `invalid_input`. */
export function parsePostMortemFolder(folder: string): { readonly repository: string; readonly path: string } {
  const match = /^([\w.-]{1,100}\/[\w.-]{1,100})(?::([^\n]{0,500}))?$/u.exec(folder.trim());
  if (!match?.[1]) {
    throw new AppError(
      'invalid_input',
      `"${folder.slice(0, 200)}" is not a folder of post-mortems: use owner/name:path/of/folder`,
    );
  }
  return { repository: match[1], path: (match[2] ?? '').replace(/^\.?\/+|\/+$/gu, '') };
}

export async function findRenamedStream(client: GitHubClient, stream: string): Promise<string | null> {
  const { kind, repository } = parseGitHubStreamName(stream);
  const request = { url: `/repos/${repository}`, what: `the repository ${repository}` };
  const answer = await client.requestIfAny(request, [404, 410, 451], Repository);
  return answer === null ? null : `${kind}:${answer.data.full_name}`;
}

export async function listConnectedRepositories(
  client: GitHubClient,
  account: string,
  scope: ConnectionScope,
  known: ReadonlySet<string>,
): Promise<RepositoryOrService[]> {
  const ofFolders = new Set(
    scope.postmortemFolders.map((folder) => parsePostMortemFolder(folder).repository.toLowerCase()),
  );
  const { repositories } = await listRepositories(client, account);
  return repositories
    .map((repository) => ({ id: String(repository.id), name: repository.full_name, repository }))
    .filter(
      ({ id, name, repository }) =>
        known.has(id) || ofFolders.has(name.toLowerCase()) || isListedRepositoryInScope(scope, repository),
    )
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
