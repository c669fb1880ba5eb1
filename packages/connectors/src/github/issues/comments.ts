import type { IssueLocation, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import type { NewIssueComment } from '../../contract/issue-tracker.ts';
import { HttpUrl } from '../../records/parse-http-url.ts';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { CommentAuthor, mayBeWrittenByRefrain } from '../records/comment-author.ts';
import { hasMarker, prependMarker } from '../records/issue-body.ts';

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
