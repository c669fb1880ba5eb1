import type { CatalogueFile } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { findTextFile } from './text-file.ts';

/**
 * Paths of catalogue files: Backstage's default, and those of CODEOWNERS, of which GitHub uses the first that exists.
 */
const places = [['catalog-info.yaml'], ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']] as const;

/** Returns the catalogue files of a repository, except those larger than 1 MB. At most 4 requests. */
export async function listGitHubCatalogueFiles(
  client: GitHubClient,
  repository: string,
  signal: AbortSignal,
): Promise<CatalogueFile[]> {
  const found: CatalogueFile[] = [];
  for (const paths of places) {
    for (const path of paths) {
      const file = await findTextFile(client, repository, path, signal);
      if (file === null) continue;
      found.push({ path, text: file.text });
      break;
    }
  }
  return found;
}
