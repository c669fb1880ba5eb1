import { createNodeId } from '../http/create-numeric-id.ts';
import type { WorldPull } from '../world.ts';
import { type EmulatorUrls, repositoryWebUrl } from './emulator-urls.ts';
import { type GraphqlConnectionArguments, toGraphqlConnectionPage } from './queryable-page.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written-github-data.ts';

interface WantedPulls extends GraphqlConnectionArguments {
  readonly includeClosedPrs?: boolean | null;
}

/** Resolves an issue for GraphQL, with the pull requests that people linked to it or whose text says that they close it. */
export function toGraphqlIssue(addresses: EmulatorUrls, repository: RepositoryState, issue: StoredIssue) {
  const linked = new Set(issue.linkedPulls?.map(({ number }) => number));
  const closingKeyword = new RegExp(`(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+#${issue.number}\\b`, 'iu');
  const pulls = [...repository.pulls.values()].filter(
    ({ number, title, body }) => linked.has(number) || closingKeyword.test(`${title}\n${body}`),
  );
  return {
    __typename: 'Issue',
    id: createNodeId('I', repository.key, issue.number),
    closedByPullRequestsReferences: (wanted: WantedPulls) =>
      toGraphqlConnectionPage(
        pulls.filter(({ state }) => state === 'open' || wanted.includeClosedPrs === true),
        wanted,
        (pull) => queryablePull(addresses, repository, pull),
      ),
  };
}

function queryablePull(addresses: EmulatorUrls, repository: RepositoryState, pull: WorldPull) {
  const { number, mergedAt } = pull;
  return {
    __typename: 'PullRequest',
    id: createNodeId('PR', repository.key, number),
    number,
    url: `${repositoryWebUrl(addresses, repository)}/pull/${number}`,
    state: mergedAt !== null ? 'MERGED' : pull.state.toUpperCase(),
    mergedAt,
    repository: { nameWithOwner: `${repository.owner}/${repository.name}` },
  };
}
