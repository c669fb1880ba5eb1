import {
  Instant,
  type IssueComment,
  type IssueLocation,
  type MentioningPullRequest,
  type TrackedIssue,
} from '@refrain/domain';
import { z } from 'zod';
import { HttpUrl } from '../../records/parse-http-url.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { CommentAuthor, hasWriteAccess, mayBeWrittenByRefrain } from '../records/comment-author.ts';
import { isRefrainIssueBody } from '../records/issue-body.ts';
import { findIssue, findIssueState, IssueResponse } from './find-issue.ts';

const Details = IssueResponse.extend({
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])).nullish(),
  assignees: z.array(z.unknown()).nullish(),
  closed_at: Instant.nullish(),
  comments: z.number().int().nullish(),
  node_id: z.string().nullish(),
});
const Comment = CommentAuthor.extend({
  id: z.number().int(),
  html_url: HttpUrl,
  body: z.string().nullish(),
  created_at: Instant,
});
/** Event of a pull request that mentions the issue. */
const Reference = z.looseObject({
  event: z.literal('cross-referenced'),
  source: z.looseObject({
    issue: z.looseObject({
      number: z.number().int().positive(),
      html_url: HttpUrl,
      repository_url: z.string().nullish(),
      state: z.string(),
      title: z.string(),
      body: z.string().nullish(),
      pull_request: z.looseObject({ merged_at: Instant.nullish() }),
    }),
  }),
});
/** Event for a pull request that a person linked by hand. It does not state which pull request that is. */
const Connected = z.looseObject({ event: z.literal('connected') });
const TimelineEvent = z.union([Reference, Connected, z.unknown().transform(() => null)]);

/**
 * Keywords by which a pull request closes an issue:
 * https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 */
const closing = String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+`;

/** Takes at most 4 requests, and 1 more for every further 100 comments or events. */
export async function trackIssue(
  client: GitHubClient,
  location: IssueLocation,
  lastCommentId: number,
): Promise<TrackedIssue | null> {
  const found = await findIssue(client, location);
  if (found === null) return null;
  const { repository } = found;
  const issue = Details.parse(found.issue);
  const path = `/repos/${repository}/issues/${issue.number}`;
  const what = `issue ${repository}#${issue.number}`;
  const page = (url: string) => ({ url, parameters: { per_page: 100 }, what });
  const comments = issue.comments === 0 ? [] : await listAllItems(client, page(`${path}/comments`), Comment);
  const events = await listAllItems(client, page(`${path}/timeline`), TimelineEvent);
  const naming = events.flatMap((event) =>
    event?.event === 'cross-referenced' ? toPull(event, repository, issue.number) : [],
  );
  const isLinked = events.some((event) => event?.event === 'connected');
  const linked = isLinked && issue.node_id ? await listLinkedPullRequests(client, issue.node_id, what) : [];
  return {
    repository,
    number: issue.number,
    url: issue.html_url,
    state: findIssueState(issue),
    closedAt: issue.closed_at ?? null,
    labels: (issue.labels ?? []).flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    isAssigned: (issue.assignees ?? []).length > 0,
    pulls: [...naming.filter((pull) => !linked.some((other) => isSame(pull, other))), ...linked],
    comments: comments
      .filter((one) => one.id > lastCommentId && !(isRefrainIssueBody(one.body ?? '') && mayBeWrittenByRefrain(one)))
      .map(toComment)
      .sort((a, b) => a.id - b.id),
  };
}

function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/')).toLowerCase();
}

function isSame(one: MentioningPullRequest, other: MentioningPullRequest): boolean {
  return one.repository === other.repository && one.number === other.number;
}

function toComment(comment: z.output<typeof Comment>): IssueComment {
  const { id, html_url: url, created_at: at, body } = comment;
  return { id, url, at, text: body ?? '', mayDecide: hasWriteAccess(comment) };
}

/**
 * Ignores pull requests in repositories of other owners: anybody can mention a public issue in a pull request of their
 * own repository and merge it.
 */
function toPull(
  { source: { issue } }: z.output<typeof Reference>,
  repository: string,
  number: number,
): MentioningPullRequest[] {
  const pullRepository = /\/repos\/([^/]+\/[^/]+)$/u.exec(issue.repository_url ?? '')?.[1] ?? repository;
  if (ownerOf(pullRepository) !== ownerOf(repository)) return [];
  const text = `${issue.title}\n${issue.body ?? ''}`.slice(0, 100_000);
  const names = [
    ...(pullRepository === repository ? [`#${number}`] : []),
    ...[`${repository}#${number}`, `https?://[^\\s/]+/${repository}/issues/${number}`].map((name) =>
      name.replaceAll('.', String.raw`\.`),
    ),
  ];
  return [
    {
      repository: pullRepository,
      number: issue.number,
      url: issue.html_url,
      closes: new RegExp(`${closing}(?:${names.join('|')})(?!\\d)`, 'iu').test(text),
      isOpen: issue.state === 'open',
      mergedAt: issue.pull_request.merged_at ?? null,
    },
  ];
}

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
async function listLinkedPullRequests(
  client: GitHubClient,
  nodeId: string,
  what: string,
): Promise<MentioningPullRequest[]> {
  const variables = { ids: [nodeId] };
  const answer = await client.query({ query, variables, what: `the pull requests that end ${what}` }, Answer);
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
