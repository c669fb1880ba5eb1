import type { EmulatorUrls } from './emulator-urls.ts';
import { formatIssue, formatIssueComment } from './format-issue.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';
import type { StoredComment, StoredIssue } from './written-github-data.ts';

export type IssueAction =
  | 'opened'
  | 'edited'
  | 'closed'
  | 'reopened'
  | 'labeled'
  | 'unlabeled'
  | 'assigned'
  | 'unassigned'
  | 'deleted';

/** Publishes webhooks about issues. Each method resolves after one delivery attempt for each webhook. */
export interface IssueEvents {
  issueChanged(repository: RepositoryState, issue: StoredIssue, action: IssueAction): Promise<void>;
  commentAdded(repository: RepositoryState, issue: StoredIssue, comment: StoredComment): Promise<void>;
}

export function createIssueEvents(addresses: EmulatorUrls, webhooks: GitHubWebhooks): IssueEvents {
  return {
    issueChanged: (repository, issue, action) =>
      webhooks.publish('issues', repository, { action, issue: formatIssue(addresses, repository, issue) }),
    commentAdded: (repository, issue, comment) =>
      webhooks.publish('issue_comment', repository, {
        action: 'created',
        issue: formatIssue(addresses, repository, issue),
        comment: formatIssueComment(addresses, repository, comment),
      }),
  };
}
