import type { IssueTracker } from '@refrain/connectors';
import type { IssuePlace, WriteReason } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface Told {
  /** Unique to what is said below this issue. */
  readonly marker: string;
  /** GitHub Markdown in which nothing from outside is live. */
  readonly body: string;
  readonly reason: WriteReason;
}

/**
 * Says something below the issue of an improvement, once and for all.
 * @returns whether it is said; in a dry run it is not, and what is to be said after that waits with what it tells of
 */
export async function tell(
  { improvements }: Pick<Store, 'improvements'>,
  tracker: IssueTracker,
  { id, place }: { readonly id: string; readonly place: IssuePlace },
  { marker, body, reason }: Told,
  signal: AbortSignal,
): Promise<boolean> {
  const { told } = await improvements.readThread(id);
  if (told.includes(marker)) return true;
  const said = await tracker.ensureComment(place, { marker, body }, reason, signal);
  if (said !== null) await improvements.recordTold(id, marker);
  return said !== null;
}
