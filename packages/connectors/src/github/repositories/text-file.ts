import { z } from 'zod';
import type { CatalogueFile } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';

const Content = z.looseObject({
  content: z.string().nullish(),
  encoding: z.string().nullish(),
  html_url: z.string().nullish(),
});

export interface TextFile {
  readonly text: string;
  readonly url: string | null;
}

/** Reads a file of the default branch by its path; null if it is missing or larger than 1 MB. */
export async function findTextFile(client: GitHubClient, repository: string, path: string): Promise<TextFile | null> {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const request = { url: `/repos/${repository}/contents/${encoded}`, what: `a file of ${repository}` };
  const answer = await client.requestIfAny(request, [404], Content);
  if (answer?.data.encoding !== 'base64') return null;
  const text = Buffer.from(answer.data.content ?? '', 'base64').toString('utf8');
  return { text, url: answer.data.html_url ?? null };
}

/** Backstage's default path, and the paths of CODEOWNERS, of which GitHub uses the first that exists. */
const cataloguePaths = [['catalog-info.yaml'], ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']] as const;

/** Returns the catalogue files of a repository, except those larger than 1 MB. At most 4 requests. */
export async function listGitHubCatalogueFiles(client: GitHubClient, repository: string): Promise<CatalogueFile[]> {
  const found: CatalogueFile[] = [];
  for (const paths of cataloguePaths) {
    for (const path of paths) {
      const file = await findTextFile(client, repository, path);
      if (file === null) continue;
      found.push({ path, text: file.text });
      break;
    }
  }
  return found;
}
