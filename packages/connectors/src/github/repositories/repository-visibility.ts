import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';

const Visibility = z.looseObject({ private: z.boolean().default(false) });

export async function isPublicRepository(
  client: GitHubClient,
  repository: string,
  signal: AbortSignal,
): Promise<boolean> {
  const request = { url: `/repos/${repository}`, what: `the repository ${repository}` };
  const { data } = await client.request(request, Visibility, signal);
  return !data.private;
}
