import {
  AppError,
  type ImprovementLabel,
  type IssueLocation,
  type IssueState,
  type UndoRequest,
  type WriteReason,
} from '@refrain/domain';
import { z } from 'zod';
import type { NewIssueComment } from '../../contract/issue-tracker.ts';
import { HttpUrl } from '../../records/parse-http-url.ts';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { CommentAuthor, mayBeWrittenByRefrain } from '../records/comment-author.ts';
import { hasMarker, prependMarker } from '../records/issue-body.ts';
import { createMissingIssueError, findIssue, findIssueState, IssueResponse } from './find-issue.ts';

const colour = '5319e7';

/** Creates a label unless the repository has one with this name, which is left unchanged. */
export async function ensureLabel(
  client: GitHubClient,
  log: WriteLog,
  repository: string,
  { name, description }: ImprovementLabel,
  { by }: WriteReason,
  signal: AbortSignal,
): Promise<void> {
  const what = `label ${name} of ${repository}`;
  const url = `/repos/${repository}/labels/${encodeURIComponent(name)}`;
  const present = await client.requestIfAny({ url, what }, [404], z.unknown(), signal);
  if (present) return;
  const parameters = { name, color: colour, description };
  // GitHub responds with 422 if the label was created concurrently.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  const why = 'Marks the issues of Refrain, or lets people reply by label';
  await performWrite(
    log,
    { action: 'create_label', target: repository, content: parameters, why, by },
    () => client.requestIfAny(create, [422], z.unknown(), signal),
    // An undo does not delete the label, because that would remove it from all issues.
    () => ({ url: null, undo: null }),
  );
}

const Comment = CommentAuthor.extend({
  id: z.number().int().positive(),
  html_url: HttpUrl,
  body: z.string().nullish(),
});

/** Writes a comment unless one with this marker exists, such as from an earlier write whose response was lost. */
export async function ensureComment(
  client: GitHubClient,
  log: WriteLog,
  { repository, number }: IssueLocation,
  { marker, body }: NewIssueComment,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<{ readonly url: string } | null> {
  const path = `/repos/${repository}/issues/${number}/comments`;
  const what = `the comments of issue ${repository}#${number}`;
  const request = { url: path, parameters: { per_page: 100 }, what };
  const present = (await listAllItems(client, request, Comment, signal)).find(
    (one) => hasMarker(one.body ?? '', marker) && mayBeWrittenByRefrain(one),
  );
  if (present !== undefined) return { url: present.html_url };
  const parameters = { body: prependMarker(marker, body) };
  const written = await performWrite(
    log,
    { action: 'comment', target: `${repository}#${number}`, content: parameters, ...reason },
    () => client.request({ method: 'POST', url: path, parameters, what }, Comment, signal),
    ({ data: { id, html_url: url } }) => ({
      url,
      undo: { method: 'DELETE', path: `/repos/${repository}/issues/comments/${id}`, content: null, expects: null },
    }),
  );
  return written === null ? null : { url: written.data.html_url };
}

/** Opens or closes an issue at its current location unless it already has the state. Returns false in a dry run. */
export async function setIssueState(
  client: GitHubClient,
  log: WriteLog,
  place: IssueLocation,
  to: IssueState,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await findIssue(client, place, signal);
  if (found === null) throw createMissingIssueError(place);
  const present = findIssueState(found.issue);
  if (present === to) return true;
  const path = `/repos/${found.repository}/issues/${found.issue.number}`;
  const parameters = contentOf(to);
  const written = await performWrite(
    log,
    {
      action: to === 'open' ? 'reopen_issue' : 'close_issue',
      target: `${found.repository}#${found.issue.number}`,
      content: parameters,
      ...reason,
    },
    () =>
      client.request(
        { method: 'PATCH', url: path, parameters, what: `issue ${found.repository}#${found.issue.number}` },
        IssueResponse,
        signal,
      ),
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

/** Undoes a write unless the content was changed since. Returns false in a dry run. */
export async function undoWrite(
  client: GitHubClient,
  log: WriteLog,
  place: string,
  { method, path, content, expects }: UndoRequest,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  const what = `what was written in ${place}`;
  if (expects !== null) {
    const present = await client.request({ url: path, what }, Present, signal);
    const body = present.data.body ?? '';
    // An earlier process has undone the write, but stopped before recording the undo.
    if (body === content?.body) return true;
    if (body !== expects.body) {
      throw new AppError(
        'conflict',
        `The text in ${place} was edited since: undo Refrain's write by hand, so that no edit is lost`,
      );
    }
  }
  const parameters = content === null ? {} : { parameters: content };
  const undone = await performWrite(
    log,
    { action: 'undo', target: place, content: { method, path, ...content }, ...reason },
    async () => {
      await client.requestIfAny({ method, url: path, ...parameters, what }, [404, 410], z.unknown(), signal);
      return true;
    },
    () => ({ url: null, undo: null }),
  );
  return undone !== null;
}
