import type { GitHubEmulator } from '@refrain/emulators';
import type { CommentKind } from './issue-roles.ts';

export interface FoundIssue {
  readonly repository: string;
  readonly number: number;
  /** Id of the pattern for which the issue was opened, from the issue's marker. */
  readonly patternId: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'completed' | 'not_planned' | 'duplicate' | 'deleted';
  readonly labels: readonly string[];
  readonly openedAt: string;
  /** Time at which the issue was opened, or reopened most recently. */
  readonly openSince: string;
  readonly reopened: number;
  readonly comments: readonly { readonly author: string; readonly body: string; readonly at: string }[];
}

type Repository = ReturnType<GitHubEmulator['listRepositories']>[number];
type Stored = ReturnType<Repository['issues']['values']> extends Iterable<infer Issue> ? Issue : never;

const marker = /<!-- refrain:pattern-([\w-]+) -->/u;
const ownComment = /^<!-- refrain:([a-z]+)-/u;

/** Lists every issue with Refrain's marker, including deleted ones. */
export function listRefrainIssues(github: Pick<GitHubEmulator, 'listRepositories'>): FoundIssue[] {
  return github.listRepositories().flatMap((repository) =>
    [...repository.issues.values()].flatMap((issue) => {
      const patternId = marker.exec(issue.body)?.[1];
      return patternId === undefined || repository.pulls.has(issue.number)
        ? []
        : [describe(repository, issue, patternId)];
    }),
  );
}

function describe(repository: Repository, issue: Stored, patternId: string): FoundIssue {
  const reopenings = (issue.transitions ?? []).filter(({ event }) => event === 'reopened');
  return {
    repository: repository.name,
    number: issue.number,
    patternId,
    title: issue.title,
    body: issue.body,
    state: stateOf(issue),
    labels: issue.labels,
    openedAt: issue.createdAt,
    openSince: reopenings.at(-1)?.at ?? issue.createdAt,
    reopened: reopenings.length,
    comments: repository
      .listComments(issue.number)
      .map(({ author, body, createdAt }) => ({ author, body, at: createdAt })),
  };
}

function stateOf({ deleted, state, stateReason }: Stored): FoundIssue['state'] {
  if (deleted === true) return 'deleted';
  return state === 'open' ? 'open' : (stateReason ?? 'completed');
}

/** Lists the kinds of Refrain's comments on an issue, oldest first. */
export function listCommentKinds({ comments }: Pick<FoundIssue, 'comments'>): CommentKind[] {
  return comments.flatMap(({ body }) => {
    const kind = ownComment.exec(body)?.[1];
    return kind === undefined ? [] : [classifyComment(kind, body)];
  });
}

function classifyComment(kind: string, body: string): CommentKind {
  switch (kind) {
    case 'verdict':
      if (body.includes('### The fix held')) return 'held';
      return body.includes('### The failure recurred after the fix') ? 'came back' : 'nothing can be told';
    case 'reply':
    case 'merged':
    case 'split':
      return kind;
    case 'again':
      return 'asked again';
    default:
      return 'other';
  }
}
