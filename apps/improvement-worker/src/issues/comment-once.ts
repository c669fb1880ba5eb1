import type { IssueTracker } from '@refrain/connectors';
import type { IssueLocation, WriteReason } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface MarkedComment {
  /** Identifies the comment among the comments of its issue. */
  readonly marker: string;
  readonly body: string;
  readonly reason: WriteReason;
}

/** Comments on an issue once per marker. In a dry run, returns false without a comment: the caller must then stop. */
export async function commentOnce(
  { improvements }: Pick<Store, 'improvements'>,
  tracker: IssueTracker,
  { id, place }: { readonly id: string; readonly place: IssueLocation },
  { marker, body, reason }: MarkedComment,
  signal: AbortSignal,
): Promise<boolean> {
  const { posted } = await improvements.readThread(id);
  if (posted.includes(marker)) return true;
  const comment = await tracker.ensureComment(place, { marker, body }, reason, signal);
  if (comment !== null) await improvements.recordPostedComment(id, marker);
  return comment !== null;
}
