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

/** Says something below the issue of an improvement, once and for all. Nothing is noted in a dry run, so that it is said after it. */
export async function tell(
  { improvements }: Pick<Store, 'improvements'>,
  tracker: IssueTracker,
  { id, place }: { readonly id: string; readonly place: IssuePlace },
  { marker, body, reason }: Told,
  signal: AbortSignal,
): Promise<void> {
  const { told } = await improvements.readThread(id);
  if (told.includes(marker)) return;
  const said = await tracker.ensureComment(place, { marker, body }, reason, signal);
  if (said !== null) await improvements.recordTold(id, marker);
}
