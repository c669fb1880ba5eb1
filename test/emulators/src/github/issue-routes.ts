import { z } from 'zod';
import { findQueryValue, type Query, type Reply, type Route } from '../http/reply.ts';
import { type PageableList, reverseList } from '../http/sorted-view.ts';
import { formatCurrentInstant, type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { formatCrossReference, listCrossReferences } from './cross-references.ts';
import { applyIssueEdit, listIssueWebhookActions, storeIssue } from './edit-issue.ts';
import { gone, notFound, validationFailed } from './error-reply.ts';
import {
  formatConnectedEvent,
  formatIssue,
  formatIssueComment,
  formatIssueEvent,
  formatRepositoryEvent,
} from './format-issue.ts';
import type { IssueEvents } from './issue-events.ts';
import { listIssueLogEntries } from './issue-log.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written-github-data.ts';

const LabelNames = z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform((label) => label.name)]));
const NewIssue = z.looseObject({
  title: z.union([z.string().min(1), z.number().transform(String)]),
  body: z.string().nullish(),
  labels: LabelNames.optional(),
});
const Edit = z.looseObject({
  title: z.union([z.string().min(1), z.number().transform(String)]).nullish(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
  assignees: z.array(z.string()).optional(),
  labels: LabelNames.optional(),
});
const NewComment = z.looseObject({ body: z.string().min(1) });

export function findIssue(repository: RepositoryState, number: string | undefined): StoredIssue | null {
  const issue = repository.issues.get(Number(number));
  return issue === undefined || issue.deleted === true ? null : issue;
}

/** Responds to a request for a missing issue: 410 if the issue was deleted, otherwise 404. */
function missingIssue(repository: RepositoryState, number: string | undefined): Reply {
  return repository.issues.get(Number(number))?.deleted === true ? gone() : notFound();
}

/** Selects issues and pull requests, which GitHub lists together. The default order is newest first. */
function selectIssues(repository: RepositoryState, query: Query): PageableList<StoredIssue> {
  const state = findQueryValue(query, 'state') ?? 'open';
  const labels = (findQueryValue(query, 'labels') ?? '')
    .toLowerCase()
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .sort();
  const creator = findQueryValue(query, 'creator');
  const sort = findQueryValue(query, 'sort');
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const since = Date.parse(findQueryValue(query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
  const { items, countBefore } = repository.issues.view(
    JSON.stringify([state, labels, creator, key]),
    (issue) => Date.parse(issue[key]),
    (issue) =>
      issue.deleted !== true &&
      (state === 'all' || issue.state === state) &&
      (creator === undefined || issue.author === creator) &&
      labels.every((label) => issue.labels.some((ownLabel) => ownLabel.toLowerCase() === label)),
  );
  const isAscending = findQueryValue(query, 'direction') === 'asc';
  if (sort !== 'comments' && key === 'updatedAt') {
    const first = countBefore(since);
    return isAscending ? items.slice(first) : reverseList(items, first);
  }
  const recent = since === Number.NEGATIVE_INFINITY ? items : items.filter((one) => Date.parse(one.updatedAt) >= since);
  const count = (issue: StoredIssue): number => repository.listComments(issue.number).length;
  const sorted = sort === 'comments' ? [...recent].sort((a, b) => count(a) - count(b)) : recent;
  return isAscending ? sorted : reverseList(sorted);
}

export function issueRoutes(context: GitHubContext, events: IssueEvents): Route[] {
  const { addresses, state } = context;
  const present = (repository: RepositoryState, issue: StoredIssue) => formatIssue(addresses, repository, issue);

  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues',
      handle: withRepository(context, (repository, call) =>
        replyWithPage(call, selectIssues(repository, call.query), (issue) => present(repository, issue)),
      ),
    },
    {
      method: 'post',
      path: '/repos/:owner/:repo/issues',
      createsContent: true,
      handle: withRepository(context, (repository, call) => {
        const wanted = NewIssue.safeParse(call.body);
        if (!wanted.success) return validationFailed('Issue', 'title', 'missing_field');
        const { title, body, labels } = wanted.data;
        const createdAt = formatCurrentInstant(context);
        const issue: StoredIssue = {
          number: repository.nextNumber(),
          title,
          body: body ?? '',
          state: 'open',
          labels: labels ?? [],
          author: context.credentials.loginOf(call),
          createdAt,
          updatedAt: createdAt,
          closedAt: null,
        };
        storeIssue(repository, issue);
        void events.issueChanged(repository, issue, 'opened');
        return {
          status: 201,
          body: present(repository, issue),
          headers: { location: `${addresses.api}/repos/${repository.owner}/${repository.name}/issues/${issue.number}` },
        };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/events',
      handle: withRepository(context, (repository, call) =>
        replyWithPage(call, reverseList(repository.issueLog.entries), (entry) =>
          formatRepositoryEvent(addresses, repository, entry),
        ),
      ),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        return issue === null
          ? missingIssue(repository, call.parameters.number)
          : { status: 200, body: present(repository, issue) };
      }),
    },
    {
      method: 'patch',
      path: '/repos/:owner/:repo/issues/:number',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return missingIssue(repository, call.parameters.number);
        const wanted = Edit.safeParse(call.body ?? {});
        if (!wanted.success)
          return validationFailed('Issue', String(wanted.error.issues[0]?.path[0] ?? 'body'), 'invalid');
        const { title, body, state_reason: reason, ...rest } = wanted.data;
        const stateReason = reason === 'reopened' ? undefined : (reason ?? undefined);
        // GitHub ignores a missing title. If the body is null, GitHub removes the text.
        const edit = { ...rest, stateReason, title: title ?? undefined, body: body === null ? '' : body };
        const edited = applyIssueEdit(issue, edit, formatCurrentInstant(context));
        storeIssue(repository, edited);
        for (const action of listIssueWebhookActions(issue, edited))
          void events.issueChanged(repository, edited, action);
        return { status: 200, body: present(repository, edited) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/events',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return missingIssue(repository, call.parameters.number);
        return replyWithPage(call, listIssueLogEntries(issue), (entry) =>
          formatIssueEvent(addresses, repository, entry),
        );
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/timeline',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return missingIssue(repository, call.parameters.number);
        const logged = listIssueLogEntries(issue).map((entry) => ({
          at: entry.at,
          body: formatIssueEvent(addresses, repository, entry),
        }));
        const linked = (issue.linkedPulls ?? []).map(({ at }, index) => ({
          at,
          body: formatConnectedEvent(addresses, repository, issue.number, index, at),
        }));
        const mentioned = listCrossReferences(state.listRepositories(), repository, issue.number).map((reference) => ({
          at: reference.pull.createdAt,
          body: formatCrossReference(addresses, reference),
        }));
        const inOrder = [...logged, ...linked, ...mentioned].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
        return replyWithPage(call, inOrder, ({ body }) => body);
      }),
    },
    {
      method: 'delete',
      path: '/repos/:owner/:repo/issues/comments/:id',
      handle: withRepository(context, (repository, call) =>
        repository.removeComment(Number(call.parameters.id)) ? { status: 204 } : notFound(),
      ),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/comments',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return missingIssue(repository, call.parameters.number);
        const since = Date.parse(findQueryValue(call.query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
        const comments = repository
          .listComments(issue.number)
          .filter(({ createdAt }) => Date.parse(createdAt) >= since);
        return replyWithPage(call, comments, (comment) => formatIssueComment(addresses, repository, comment));
      }),
    },
    {
      method: 'post',
      path: '/repos/:owner/:repo/issues/:number/comments',
      createsContent: true,
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return missingIssue(repository, call.parameters.number);
        const wanted = NewComment.safeParse(call.body);
        if (!wanted.success) return validationFailed('IssueComment', 'body', 'missing_field');
        const createdAt = formatCurrentInstant(context);
        const comment = state.addComment({
          repository: repository.key,
          issue: issue.number,
          body: wanted.data.body,
          author: context.credentials.loginOf(call),
          createdAt,
        });
        const touched = { ...issue, updatedAt: createdAt };
        storeIssue(repository, touched);
        void events.commentAdded(repository, touched, comment);
        return { status: 201, body: formatIssueComment(addresses, repository, comment) };
      }),
    },
  ];
}
