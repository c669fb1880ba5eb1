import type { GitHubClient } from '../client/client.ts';
import { Repository } from '../records/schema.ts';
import { parseStream } from './stream.ts';

/**
 * The name under which a stream's repository goes on: GitHub leads from a name that was given up to the present one. The
 * same name where it was not renamed; null where it was deleted, or is hidden from the token. Costs 1 request.
 */
export async function findMoved(client: GitHubClient, stream: string, signal: AbortSignal): Promise<string | null> {
  const { kind, repository } = parseStream(stream);
  const request = { url: `/repos/${repository}`, what: `the repository ${repository}` };
  const answer = await client.askIfAny(request, [404, 410, 451], Repository, signal);
  return answer === null ? null : `${kind}:${answer.data.full_name}`;
}
