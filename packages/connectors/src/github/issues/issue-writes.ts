import {
  AppError,
  type ImprovementLabel,
  type IssueLocation,
  type IssueState,
  type UndoRequest,
} from '@refrain/domain';
import { z } from 'zod';
import type { NewIssueComment } from '../../contract/issue-tracker.ts';
import { HttpUrl } from '../../records/parse-http-url.ts';
import { performWrite } from '../../writes/write-log.ts';
import type { GitHubWriteContext } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { CommentAuthor, mayBeWrittenByRefrain } from '../records/comment-author.ts';
import { hasIssueMarker, prependIssueMarker } from '../records/issue-body.ts';
import { createMissingIssueError, findIssue, findIssueState, IssueResponse } from './find-issue.ts';

const labelColour = '5319e7';

/** Creates a label unless the repository has one with this name, which is left unchanged. */
export async function ensureLabel(
  { client, log, reason: { by } }: GitHubWriteContext,
  repository: string,
  { name, description }: ImprovementLabel,
): Promise<void> {
  const what = `label ${name} of ${repository}`;
  const url = `/repos/${repository}/labels/${encodeURIComponent(name)}`;
  const present = await client.requestIfAny({ url, what }, [404], z.unknown());
  if (present) return;
  const parameters = { name, color: labelColour, description };
  // GitHub responds with 422 if the label was created concurrently.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  const why = "Marks Refrain's issues, or lets people reply with a label";
  await performWrite(
    log,
    { action: 'create_label', target: repository, content: parameters, why, by },
    () => client.requestIfAny(create, [422], z.unknown()),
    // An undo does not delete the label, because that would remove it from all issues.
    () => ({ url: null, undo: null }),
  );
}

const Comment = CommentAuthor.extend({
  id: z.number().int().positive(),
  html_url: HttpUrl,
  body: z.string().nullish(),
});

/** Writes a comment unless one with this marker exists, perhaps from an earlier write whose response was lost. */
export async function ensureComment(
  { client, log, reason }: GitHubWriteContext,
  { repository, number }: IssueLocation,
  { marker, body }: NewIssueComment,
): Promise<{ readonly url: string } | null> {
  const path = `/repos/${repository}/issues/${number}/comments`;
  const what = `the comments of issue ${repository}#${number}`;
  const request = { url: path, parameters: { per_page: 100 }, what };
  const present = (await listAllItems(client, request, Comment)).find(
    (one) => hasIssueMarker(one.body ?? '', marker) && mayBeWrittenByRefrain(one),
  );
  if (present !== undefined) return { url: present.html_url };
  const parameters = { body: prependIssueMarker(marker, body) };
  const written = await performWrite(
    log,
    { action: 'comment', target: `${repository}#${number}`, content: parameters, ...reason },
    () => client.request({ method: 'POST', url: path, parameters, what }, Comment),
    ({ data: { id, html_url: url } }) => ({
      url,
      undo: { method: 'DELETE', path: `/repos/${repository}/issues/comments/${id}`, content: null, expects: null },
    }),
  );
  return written === null ? null : { url: written.data.html_url };
}

export async function setIssueState(
  { client, log, reason }: GitHubWriteContext,
  location: IssueLocation,
  to: IssueState,
): Promise<boolean> {
  const found = await findIssue(client, location);
  if (found === null) throw createMissingIssueError(location);
  const present = findIssueState(found.issue);
  if (present === to) return true;
  const path = `/repos/${found.repository}/issues/${found.issue.number}`;
  const target = `${found.repository}#${found.issue.number}`;
  const parameters = contentOf(to);
  const written = await performWrite(
    log,
    { action: to === 'open' ? 'reopen_issue' : 'close_issue', target, content: parameters, ...reason },
    () => client.request({ method: 'PATCH', url: path, parameters, what: `issue ${target}` }, IssueResponse),
    ({ data }) => ({
      url: data.html_url,
      undo: { method: 'PATCH', path, content: contentOf(present), expects: null },
    }),
  );
  return written !== null;
}

function contentOf(state: IssueState): Readonly<Record<string, string>> {
  return state === 'open' ? { state, state_reason: 'reopened' } : { state: 'closed', state_reason: state };
}

const Present = z.looseObject({ body: z.string().nullish() });

export async function undoIssueWrite(
  { client, log, reason }: GitHubWriteContext,
  location: string,
  { method, path, content, expects }: UndoRequest,
): Promise<boolean> {
  const what = `what was written in ${location}`;
  if (expects !== null) {
    const present = await client.request({ url: path, what }, Present);
    const body = present.data.body ?? '';
    // An earlier process has undone the write, but stopped before recording the undo.
    if (body === content?.body) return true;
    if (body !== expects.body) {
      throw new AppError(
        'conflict',
        `The text in ${location} was edited after Refrain wrote it: undo Refrain's write by hand, so that no edit is lost`,
      );
    }
  }
  const parameters = content === null ? {} : { parameters: content };
  const undone = await performWrite(
    log,
    { action: 'undo', target: location, content: { method, path, ...content }, ...reason },
    async () => {
      await client.requestIfAny({ method, url: path, ...parameters, what }, [404, 410], z.unknown());
      return true;
    },
    () => ({ url: null, undo: null }),
  );
  return undone !== null;
}
