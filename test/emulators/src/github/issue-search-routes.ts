import { findQueryValue, type Route } from '../http/reply.ts';
import { reverseList } from '../http/sorted-view.ts';
import { listVisibleRepositories } from './account-routes.ts';
import { type GitHubContext, replyWithPage } from './context.ts';
import { unprocessable, validationFailed } from './error-reply.ts';
import { formatIssue } from './format-issue.ts';
import { parseSearchQuery } from './search-query.ts';

/** Maximum number of search results: https://docs.github.com/rest/search/search. */
const maxFound = 1_000;

/** Routes for searching issues and pull requests, which return the newest first. Searches have a separate rate limit. */
export function issueSearchRoutes(context: GitHubContext): Route[] {
  return [
    {
      method: 'get',
      path: '/search/issues',
      handle(call) {
        const query = findQueryValue(call.query, 'q');
        if (query === undefined) return validationFailed('Search', 'q', 'missing_field');
        const isWanted = parseSearchQuery(query);
        if (isWanted === null) return unprocessable('The search cannot be understood');
        const found = listVisibleRepositories(context, call).flatMap((repository) =>
          [...repository.issues.values()]
            .filter((issue) => isWanted(issue, repository))
            .map((issue) => ({ issue, repository, at: Date.parse(issue.createdAt) })),
        );
        found.sort((a, b) => a.at - b.at);
        return replyWithPage(
          call,
          reverseList(found),
          ({ issue, repository }) => ({ ...formatIssue(context.addresses, repository, issue), score: 1 }),
          {
            maxItems: maxFound,
            wrap: (items) => ({ total_count: found.length, incomplete_results: false, search_type: 'lexical', items }),
          },
        );
      },
    },
  ];
}
