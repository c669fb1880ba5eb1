import type { IssueLocation, IssueState, WriteReason } from '@refrain/domain';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient } from '../client/client.ts';
import { createMissingIssueError, findIssue, findIssueState, IssueResponse } from './find-issue.ts';

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
