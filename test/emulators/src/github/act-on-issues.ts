import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { applyIssueEdit, listIssueWebhookActions, storeIssue } from './edit-issue.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import type { IssueEvents } from './issue-events.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredComment, StoredIssue } from './written-github-data.ts';

const IssueOpened = z.object({
  repository: z.string(),
  title: z.string().min(1),
  body: z.string().default(''),
  labels: z.array(z.string()).default([]),
  author: AuthorLoginOrDefault,
  at: Instant.optional(),
});
const IssueEdited = z.object({
  repository: z.string(),
  number: z.int().positive(),
  title: z.string().min(1).optional(),
  body: z.string().optional(),
  appended: z.string().optional(),
  labels: z.array(z.string()).optional(),
  state: z.enum(['open', 'closed']).optional(),
  stateReason: z.enum(['completed', 'not_planned', 'duplicate']).optional(),
  assignees: z.array(z.string()).optional(),
  locked: z.boolean().optional(),
  at: Instant.optional(),
});
const IssueCommented = z.object({
  repository: z.string(),
  number: z.int().positive(),
  body: z.string().min(1),
  author: AuthorLoginOrDefault,
  association: z.enum(['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR', 'NONE']).optional(),
  at: Instant.optional(),
});
const IssueLinked = z.object({ repository: z.string(), number: z.int().positive(), pull: z.int().positive() });
const IssueDeleted = z.object({ repository: z.string(), number: z.int().positive() });

export interface IssueActions {
  issueOpened(input: z.input<typeof IssueOpened>): Promise<StoredIssue>;
  issueEdited(input: z.input<typeof IssueEdited>): Promise<StoredIssue>;
  issueCommented(input: z.input<typeof IssueCommented>): Promise<StoredComment>;
  /** Links a pull request of the same repository in the issue's sidebar. GitHub sends no webhook for that. */
  issueLinked(input: z.input<typeof IssueLinked>): void;
  /** Removes an issue, as if it was deleted or converted to a discussion. */
  issueDeleted(input: z.input<typeof IssueDeleted>): Promise<void>;
}

export function createIssueActions(context: GitHubContext, events: IssueEvents): IssueActions {
  const { state } = context;

  function issueOf(repository: RepositoryState, number: number): StoredIssue {
    const issue = repository.issues.get(number);
    if (issue === undefined) throw new AppError('not_found', `${repository.name} has no issue ${number}`);
    return issue;
  }
  return {
    async issueOpened(raw) {
      const { repository: name, at, ...input } = parseInput(IssueOpened, raw, 'An issue');
      const repository = findNamedRepository(state, name);
      const createdAt = at ?? formatCurrentInstant(context);
      const number = repository.nextNumber();
      const issue: StoredIssue = { ...input, number, state: 'open', createdAt, updatedAt: createdAt, closedAt: null };
      storeIssue(repository, issue);
      await events.issueChanged(repository, issue, 'opened');
      await Promise.all(issue.labels.map(() => events.issueChanged(repository, issue, 'labeled')));
      return issue;
    },
    async issueEdited(raw) {
      const {
        repository: name,
        number,
        at,
        appended,
        ...changes
      } = parseInput(IssueEdited, raw, 'An edit of an issue');
      const repository = findNamedRepository(state, name);
      const former = issueOf(repository, number);
      const edit = appended === undefined ? changes : { ...changes, body: `${changes.body ?? former.body}${appended}` };
      const edited = applyIssueEdit(former, edit, at ?? formatCurrentInstant(context));
      storeIssue(repository, edited);
      for (const action of listIssueWebhookActions(former, edited))
        await events.issueChanged(repository, edited, action);
      return edited;
    },
    async issueCommented(raw) {
      const { repository: name, number, at, ...input } = parseInput(IssueCommented, raw, 'A comment');
      const repository = findNamedRepository(state, name);
      const createdAt = at ?? formatCurrentInstant(context);
      const issue = { ...issueOf(repository, number), updatedAt: createdAt };
      const { association, ...fields } = input;
      const comment = state.addComment({
        ...fields,
        repository: repository.key,
        issue: number,
        createdAt,
        ...(association && { association }),
      });
      storeIssue(repository, issue);
      await events.commentAdded(repository, issue, comment);
      return comment;
    },
    issueLinked(raw) {
      const { repository: name, number, pull } = parseInput(IssueLinked, raw, 'A link to a pull request');
      const repository = findNamedRepository(state, name);
      const issue = issueOf(repository, number);
      if (!repository.pulls.has(pull)) throw new AppError('not_found', `${name} has no pull request ${pull}`);
      const linked = { number: pull, at: formatCurrentInstant(context) };
      storeIssue(repository, { ...issue, linkedPulls: [...(issue.linkedPulls ?? []), linked] });
    },
    async issueDeleted(raw) {
      const { repository: name, number } = parseInput(IssueDeleted, raw, 'A deletion');
      const repository = findNamedRepository(state, name);
      const issue = { ...issueOf(repository, number), deleted: true };
      storeIssue(repository, issue);
      await events.issueChanged(repository, issue, 'deleted');
    },
  };
}
