import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';

const Content = z.looseObject({
  content: z.string().nullish(),
  encoding: z.string().nullish(),
  html_url: z.string().nullish(),
});

export interface TextFile {
  readonly text: string;
  /** The file's page. */
  readonly url: string | null;
}

/**
 * Reads a file of the default branch. Returns null if there is none, and for a file of more than 1 MB, which GitHub
 * returns without its text.
 * @param path from the root of the repository
 */
export async function findTextFile(
  client: GitHubClient,
  repository: string,
  path: string,
  signal: AbortSignal,
): Promise<TextFile | null> {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const request = { url: `/repos/${repository}/contents/${encoded}`, what: `a file of ${repository}` };
  const answer = await client.requestIfAny(request, [404], Content, signal);
  if (answer?.data.encoding !== 'base64') return null;
  const text = Buffer.from(answer.data.content ?? '', 'base64').toString('utf8');
  return { text, url: answer.data.html_url ?? null };
}
