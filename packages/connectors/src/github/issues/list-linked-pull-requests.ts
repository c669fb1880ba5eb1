import { Instant, type MentioningPullRequest } from '@refrain/domain';
import { z } from 'zod';
import { HttpUrl } from '../../records/parse-http-url.ts';
import type { GitHubClient } from '../client/client.ts';

/** Query for pull requests that close an issue, including those linked by hand, which REST does not identify. */
const query = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      closedByPullRequestsReferences(first: 50, includeClosedPrs: true) {
        nodes { number url state mergedAt repository { nameWithOwner } }
      }
    }
  }
}`;

const Pull = z.object({
  number: z.int().positive(),
  url: HttpUrl,
  state: z.string(),
  mergedAt: Instant.nullish(),
  repository: z.object({ nameWithOwner: z.string() }),
});
const References = z.object({ nodes: z.array(Pull.nullable()).nullish() });
const Answer = z.object({
  nodes: z.array(z.object({ closedByPullRequestsReferences: References.nullish() }).nullable()),
});

/** Returns at most 50 pull requests that close an issue, by 1 request; none if GraphQL is unavailable. */
export async function listLinkedPullRequests(
  client: GitHubClient,
  nodeId: string,
  what: string,
  signal: AbortSignal,
): Promise<MentioningPullRequest[]> {
  const variables = { ids: [nodeId] };
  const answer = await client.query({ query, variables, what: `the pull requests that end ${what}` }, Answer, signal);
  const pulls = answer?.nodes[0]?.closedByPullRequestsReferences?.nodes ?? [];
  return pulls
    .filter((pull) => pull !== null)
    .map(({ repository, number, url, state, mergedAt }) => ({
      repository: repository.nameWithOwner,
      number,
      url,
      closes: true,
      isOpen: state === 'OPEN',
      mergedAt: mergedAt ?? null,
    }));
}
