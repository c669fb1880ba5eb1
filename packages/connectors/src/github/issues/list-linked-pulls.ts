import { Instant, type NamingPull } from '@refrain/domain';
import { z } from 'zod';
import { WebAddress } from '../../records/web-address.ts';
import type { GitHubClient } from '../client/client.ts';

/**
 * Pull requests that end an issue, those that people chose in its side bar too: REST tells that there is such a link and not to
 * which pull request it leads.
 */
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
  url: WebAddress,
  state: z.string(),
  mergedAt: Instant.nullish(),
  repository: z.object({ nameWithOwner: z.string() }),
});
const References = z.object({ nodes: z.array(Pull.nullable()).nullish() });
const Answer = z.object({
  nodes: z.array(z.object({ closedByPullRequestsReferences: References.nullish() }).nullable()),
});

/** At most 50 of them; none where GraphQL does not answer. 1 request. */
export async function listLinkedPulls(
  client: GitHubClient,
  nodeId: string,
  what: string,
  signal: AbortSignal,
): Promise<NamingPull[]> {
  const variables = { ids: [nodeId] };
  const answer = await client.query({ query, variables, what: `the pull requests that end ${what}` }, Answer, signal);
  const pulls = answer?.nodes[0]?.closedByPullRequestsReferences?.nodes ?? [];
  return pulls
    .filter((pull) => pull !== null)
    .map(({ repository, number, url, state, mergedAt }) => ({
      ...{ repository: repository.nameWithOwner, number, url, closes: true },
      ...{ isOpen: state === 'OPEN', mergedAt: mergedAt ?? null },
    }));
}
