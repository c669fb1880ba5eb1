import { z } from 'zod';

/** A provider's payload as it came, with what is needed to store it once. */
export const RawRecord = z.object({
  /** Says which schema reads the payload: `github.pull_request`, `pagerduty.incident`, `archive.incident`. */
  type: z.string().min(1),
  /** Unique within the connection. Same key, same content: a second delivery is dropped. */
  deliveryKey: z.string().min(1).max(512),
  payload: z.unknown(),
});
export type RawRecord = z.infer<typeof RawRecord>;

export const InboxOutcome = z.enum(['stored', 'irrelevant', 'unreadable']);
export type InboxOutcome = z.infer<typeof InboxOutcome>;
