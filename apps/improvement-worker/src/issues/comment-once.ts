import type { IssueTracker } from '@refrain/connectors';
import type { Improvement, IssueLocation, WriteReason } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** The issue of an improvement, and the tracker through which it can be changed. */
export interface ImprovementIssue {
  readonly improvement: Improvement;
  readonly location: IssueLocation;
  readonly tracker: IssueTracker;
}

/**
 * Comments on an issue once per marker. In a dry run, returns false without a comment: the caller must then stop.
 * @param marker identifies the comment among the comments of its issue
 */
export async function commentOnce(
  { improvements }: Pick<Store, 'improvements'>,
  { improvement: { id }, location, tracker }: ImprovementIssue,
  { marker, body, reason }: { readonly marker: string; readonly body: string; readonly reason: WriteReason },
  signal: AbortSignal,
): Promise<boolean> {
  const { posted } = await improvements.readThread(id);
  if (posted.includes(marker)) return true;
  const comment = await tracker.ensureComment(location, { marker, body }, reason, signal);
  if (comment !== null) await improvements.recordPostedComment(id, marker);
  return comment !== null;
}
