import { z } from 'zod';
import { type Query, queryValue, type Route } from '../http/reply.ts';
import { type GitHubContext, instantNow, replyPage, withRepository } from './context.ts';
import { notFound, validationFailed } from './error-reply.ts';
import { presentComment, presentIssue, pullAsIssue } from './present-issue.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written.ts';

const LabelNames = z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform((label) => label.name)]));
const NewIssue = z.looseObject({
  title: z.union([z.string().min(1), z.number().transform(String)]),
  body: z.string().nullish(),
  labels: LabelNames.optional(),
});
const IssueEdit = z.looseObject({
  title: z.union([z.string().min(1), z.number().transform(String)]).nullish(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  labels: LabelNames.optional(),
});
const NewComment = z.looseObject({ body: z.string().min(1) });

export interface IssueEvents {
  issueChanged(
    repository: RepositoryState,
    issue: StoredIssue,
    action: 'opened' | 'edited' | 'closed' | 'reopened',
  ): void;
}

export function findIssue(repository: RepositoryState, number: string | undefined): StoredIssue | null {
  const pull = repository.pulls.get(Number(number));
  return repository.issues.get(Number(number)) ?? (pull ? pullAsIssue(pull) : null);
}

/** Issues and pull requests together, as GitHub lists them. */
function selectIssues(repository: RepositoryState, query: Query): StoredIssue[] {
  const state = queryValue(query, 'state') ?? 'open';
  const labels = (queryValue(query, 'labels') ?? '')
    .toLowerCase()
    .split(',')
    .filter((label) => label !== '');
  const creator = queryValue(query, 'creator');
  const since = Date.parse(queryValue(query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
  const key = queryValue(query, 'sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = queryValue(query, 'direction') === 'asc' ? 1 : -1;
  return [...repository.issues.values(), ...[...repository.pulls.values()].map(pullAsIssue)]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => labels.every((label) => issue.labels.some((own) => own.toLowerCase() === label)))
    .filter((issue) => creator === undefined || issue.author === creator)
    .filter((issue) => Date.parse(issue.updatedAt) >= since)
    .sort((a, b) => sign * (Date.parse(a[key]) - Date.parse(b[key]) || a.number - b.number));
}

/** A label that an issue names and the repository lacks is made, as GitHub does. */
function ensureLabels(repository: RepositoryState, names: readonly string[]): void {
  for (const name of names) {
    if (!repository.labels.has(name.toLowerCase())) repository.putLabel({ name, color: 'ededed', description: null });
  }
}

function storeIssue(repository: RepositoryState, issue: StoredIssue): void {
  const pull = repository.pulls.get(issue.number);
  if (pull === undefined) {
    repository.putIssue(issue);
    return;
  }
  const { title, body, state, labels, updatedAt, closedAt } = issue;
  repository.putPull({ ...pull, title, body, state, labels, updatedAt, closedAt });
}

export function issueRoutes(context: GitHubContext, events: IssueEvents): Route[] {
  const { addresses, state } = context;
  const present = (repository: RepositoryState, issue: StoredIssue) =>
    presentIssue(addresses, repository, issue, state.countComments(repository, issue.number));

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
          author: state.viewer,
          createdAt,
          updatedAt: createdAt,
          closedAt: null,
        };
        ensureLabels(repository, issue.labels);
        repository.putIssue(issue);
        events.issueChanged(repository, issue, 'opened');
        return {
          status: 201,
          body: present(repository, issue),
          headers: { location: `${addresses.api}/repos/${repository.owner}/${repository.name}/issues/${issue.number}` },
        };
      }),
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
        const wanted = IssueEdit.safeParse(call.body ?? {});
        if (!wanted.success)
          return validationFailed('Issue', String(wanted.error.issues[0]?.path[0] ?? 'body'), 'invalid');
        const edited = applyEdit(issue, wanted.data, instantNow(context));
        ensureLabels(repository, edited.labels);
        storeIssue(repository, edited);
        const action = edited.state === issue.state ? 'edited' : edited.state === 'closed' ? 'closed' : 'reopened';
        events.issueChanged(repository, edited, action);
        return { status: 200, body: present(repository, edited) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/issues/:number/comments',
      handle: withRepository(context, (repository, call) => {
        const issue = findIssue(repository, call.parameters.number);
        if (issue === null) return notFound();
        return replyPage(call, state.listComments(repository, issue.number), (comment) =>
          presentComment(addresses, repository, comment),
        );
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
          repository: repository.name,
          issue: issue.number,
          body: wanted.data.body,
          author: state.viewer,
          createdAt,
        });
        storeIssue(repository, { ...issue, updatedAt: createdAt });
        return { status: 201, body: presentComment(addresses, repository, comment) };
      }),
    },
  ];
}

function applyEdit(issue: StoredIssue, edit: z.output<typeof IssueEdit>, now: string): StoredIssue {
  const state = edit.state ?? issue.state;
  return {
    ...issue,
    title: edit.title ?? issue.title,
    body: edit.body === undefined ? issue.body : (edit.body ?? ''),
    labels: edit.labels ?? issue.labels,
    state,
    updatedAt: now,
    closedAt: state === 'open' ? null : (issue.closedAt ?? now),
  };
}
