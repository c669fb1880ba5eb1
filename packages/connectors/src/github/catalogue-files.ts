import { z } from 'zod';
import type { CatalogueText } from '../failure-source.ts';
import type { GitHubClient } from './client.ts';

/** Where Backstage looks by default, and the three places of a CODEOWNERS, of which GitHub takes the first that is there. */
const places = [['catalog-info.yaml'], ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']] as const;

const Content = z.looseObject({ content: z.string().nullish(), encoding: z.string().nullish() });

/** A repository's own word on what runs from it: at most four requests. A file of more than 1 MB comes without its text. */
export async function listGitHubCatalogueFiles(
  client: GitHubClient,
  repository: string,
  signal: AbortSignal,
): Promise<CatalogueText[]> {
  const found: CatalogueText[] = [];
  for (const paths of places) {
    for (const path of paths) {
      const request = { url: `/repos/${repository}/contents/${path}`, what: `the file ${path} of ${repository}` };
      const answer = await client.askIfAny(request, [404], Content, signal);
      if (answer?.data.encoding !== 'base64') continue;
      found.push({ path, text: Buffer.from(answer.data.content ?? '', 'base64').toString('utf8') });
      break;
    }
  }
  return found;
}
