import type { GitHubClient } from '../client/client.ts';
import { Repository } from '../records/schema.ts';
import { parseStream } from './stream.ts';

/** Returns the stream under its repository's current name; null if it was deleted or hidden. 1 request. */
export async function findMovedStream(
  client: GitHubClient,
  stream: string,
  signal: AbortSignal,
): Promise<string | null> {
  const { kind, repository } = parseStream(stream);
  const request = { url: `/repos/${repository}`, what: `the repository ${repository}` };
  const answer = await client.requestIfAny(request, [404, 410, 451], Repository, signal);
  return answer === null ? null : `${kind}:${answer.data.full_name}`;
}
