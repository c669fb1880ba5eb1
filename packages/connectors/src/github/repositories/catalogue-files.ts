import type { CatalogueText } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { findTextFile } from './text-file.ts';

/** Where Backstage looks by default, and the three places of a CODEOWNERS, of which GitHub takes the first that is there. */
const places = [['catalog-info.yaml'], ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']] as const;

/** A repository's own word on what runs from it: at most four requests. A file of more than 1 MB comes without its text. */
export async function listGitHubCatalogueFiles(
  client: GitHubClient,
  repository: string,
  signal: AbortSignal,
): Promise<CatalogueText[]> {
  const found: CatalogueText[] = [];
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
