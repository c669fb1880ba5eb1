import { AppError, type IssueLocation, type IssueState } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';
import { Issue } from '../records/schema.ts';

export const IssueResponse = Issue.extend({
  repository_url: z.string().regex(/\/repos\/[^/]+\/[^/]+$/u),
  state: z.string(),
  state_reason: z.string().nullish(),
});
export type IssueResponse = z.output<typeof IssueResponse>;

export interface IssueWithRepository {
  readonly repository: string;
  readonly issue: IssueResponse;
}

/** Finds an issue by number, also after a transfer or rename; null if it was deleted, converted or hidden. */
export async function findIssue(
  client: GitHubClient,
  { repository, number }: IssueLocation,
  signal: AbortSignal,
): Promise<IssueWithRepository | null> {
  const request = { url: `/repos/${repository}/issues/${number}`, what: `issue ${repository}#${number}` };
  const found = await client.requestIfAny(request, [404, 410], IssueResponse, signal);
  if (found === null) return null;
  const [owner, name] = found.data.repository_url.split('/').slice(-2);
  return { repository: `${owner}/${name}`, issue: found.data };
}

export function createMissingIssueError({ repository, number }: IssueLocation): AppError {
  return new AppError(
    'not_found',
    `Issue ${repository}#${number} was deleted or is hidden from this credential: restore it, since Refrain does not open a second issue for a pattern`,
  );
}

/** Returns the state of an issue. Issues closed before GitHub stored reasons count as completed. */
export function findIssueState({ state, state_reason: reason }: IssueResponse): IssueState {
  if (state === 'open') return 'open';
  return reason === 'not_planned' || reason === 'duplicate' ? reason : 'completed';
}
