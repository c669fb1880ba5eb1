import { z } from 'zod';
import { type Query, queryValue, type Route } from '../http/reply.ts';
import { lastFirst, type Pageable } from '../http/sorted-view.ts';
import { type GitHubContext, instantNow, replyPage, withRepository } from './context.ts';
import { actionsOf, applyEdit, storeIssue } from './edit-issue.ts';
import { notFound, validationFailed } from './error-reply.ts';
import type { IssueEvents } from './issue-events.ts';
import { listIssueLog } from './issue-log.ts';
import { presentComment, presentIssue, presentIssueEvent, presentRepositoryEvent } from './present-issue.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written.ts';

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
  labels: LabelNames.optional(),
});
const NewComment = z.looseObject({ body: z.string().min(1) });

export function findIssue(repository: RepositoryState, number: string | undefined): StoredIssue | null {
  return repository.issues.get(Number(number)) ?? null;
}

/** Issues and pull requests together, as GitHub lists them; newest first by creation unless asked otherwise. */
function selectIssues(repository: RepositoryState, query: Query): Pageable<StoredIssue> {
  const state = queryValue(query, 'state') ?? 'open';
  const labels = (queryValue(query, 'labels') ?? '')
    .toLowerCase()
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .sort();
  const creator = queryValue(query, 'creator');
  const sort = queryValue(query, 'sort');
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const since = Date.parse(queryValue(query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
  const { items, countBefore } = repository.issues.view(
    JSON.stringify([state, labels, creator, key]),
    (issue) => Date.parse(issue[key]),
    (issue) =>
      (state === 'all' || issue.state === state) &&
      (creator === undefined || issue.author === creator) &&
      labels.every((label) => issue.labels.some((own) => own.toLowerCase() === label)),
  );
  const isAscending = queryValue(query, 'direction') === 'asc';
  if (sort !== 'comments' && key === 'updatedAt') {
    const first = countBefore(since);
    return isAscending ? items.slice(first) : lastFirst(items, first);
  }
  const recent = since === Number.NEGATIVE_INFINITY ? items : items.filter((one) => Date.parse(one.updatedAt) >= since);
  const count = (issue: StoredIssue): number => repository.listComments(issue.number).length;
  const sorted = sort === 'comments' ? [...recent].sort((a, b) => count(a) - count(b)) : recent;
  return isAscending ? sorted : lastFirst(sorted);
}

export function issueRoutes(context: GitHubContext, events: IssueEvents): Route[] {
  const { addresses, state } = context;
  const present = (repository: RepositoryState, issue: StoredIssue) => presentIssue(addresses, repository, issue);

  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues',
      handle: withRepository(context, (repository, call) =>
        replyPage(call, selectIssues(repository, call.query), (issue) => present(repository, issue)),
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
        const createdAt = instantNow(context);
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
        replyPage(call, lastFirst(repository.issueLog.entries), (entry) =>
          presentRepositoryEvent(addresses, repository, entry),
        ),
      ),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        return issue === null ? notFound() : { status: 200, body: present(repository, issue) };
      }),
    },
    {
      method: 'patch',
      path: '/repos/:owner/:repo/issues/:number',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return notFound();
        const wanted = Edit.safeParse(call.body ?? {});
        if (!wanted.success)
          return validationFailed('Issue', String(wanted.error.issues[0]?.path[0] ?? 'body'), 'invalid');
        const { title, body, ...rest } = wanted.data;
        // No title leaves it, no body empties it.
        const edit = { ...rest, title: title ?? undefined, body: body === null ? '' : body };
        const edited = applyEdit(issue, edit, instantNow(context));
        storeIssue(repository, edited);
        for (const action of actionsOf(issue, edited)) void events.issueChanged(repository, edited, action);
        return { status: 200, body: present(repository, edited) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/events',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return notFound();
        return replyPage(call, listIssueLog(issue), (entry) => presentIssueEvent(addresses, repository, entry));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/comments',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return notFound();
        const since = Date.parse(queryValue(call.query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
        const comments = repository
          .listComments(issue.number)
          .filter(({ createdAt }) => Date.parse(createdAt) >= since);
        return replyPage(call, comments, (comment) => presentComment(addresses, repository, comment));
      }),
    },
    {
      method: 'post',
      path: '/repos/:owner/:repo/issues/:number/comments',
      createsContent: true,
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return notFound();
        const wanted = NewComment.safeParse(call.body);
        if (!wanted.success) return validationFailed('IssueComment', 'body', 'missing_field');
        const createdAt = instantNow(context);
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
        return { status: 201, body: presentComment(addresses, repository, comment) };
      }),
    },
  ];
}
